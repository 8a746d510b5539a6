package org.stoafixture.mixed.work.domain;

import jakarta.jms.Message;
import java.time.Instant;
import org.stoafixture.mixed.work.Desk;

/** A domain type that knows a broker and a bean; the instant is allowed. */
public record Plan(Instant due, Message message, Desk desk) {}
