package org.stoa.operations.web;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.stoa.operations.Probe;

/** A health check of one needed service, with its milliseconds and what was seen. */
abstract class ComponentCheck implements HealthCheck {

  private final String name;

  ComponentCheck(String name) {
    this.name = name;
  }

  abstract Probe look();

  @Override
  public HealthCheckResponse call() {
    Probe probe = look();
    return described(probe).status(probe.up()).build();
  }

  final HealthCheckResponseBuilder described(Probe probe) {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(name).withData("milliseconds", probe.millis());
    probe.facts().forEach(response::withData);
    return response;
  }
}
