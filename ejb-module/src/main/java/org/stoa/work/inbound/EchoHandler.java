package org.stoa.work.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.work.Echo;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.WorkPermissions;

/** The job {@code work.echo}. */
@ApplicationScoped
@Handles(kind = Echo.KIND, openTo = WorkPermissions.INBOUND_SEND, payloadMayChange = true)
public class EchoHandler implements JobHandler<Echo, Echo> {

  @Override
  public Echo run(Echo payload, JobRun run) {
    return payload;
  }
}
