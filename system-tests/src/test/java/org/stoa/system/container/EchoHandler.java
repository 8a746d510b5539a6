package org.stoa.system.container;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** Does nothing but answer; it stands for the handler of any other room. */
@ApplicationScoped
@Handles(kind = "test.echo")
public class EchoHandler implements JobHandler<Echo, Echo> {

  @Override
  public Echo run(Echo payload, JobRun run) {
    run.log("heard " + payload.text());
    return payload;
  }
}
