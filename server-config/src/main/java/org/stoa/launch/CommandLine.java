package org.stoa.launch;

import java.io.IOException;
import java.util.List;

/** How Payara is started: the arguments that its own client computes from the domain. */
record CommandLine(List<String> arguments) {

  CommandLine {
    arguments = List.copyOf(arguments);
  }

  static CommandLine of(Asadmin asadmin, PayaraDomain domain)
      throws IOException, InterruptedException {
    String output =
        asadmin.run(
            List.of(
                "start-domain",
                "--dry-run",
                "--domaindir",
                domain.parent().toString(),
                PayaraDomain.NAME));
    List<String> arguments =
        output
            .lines()
            .dropWhile(line -> !line.startsWith("Dump of JVM Invocation"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .toList();
    if (arguments.isEmpty()) {
      throw new IOException("Payara did not say how to start it: " + output.strip());
    }
    return new CommandLine(arguments);
  }
}
