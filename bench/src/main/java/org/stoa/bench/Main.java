package org.stoa.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the benchmark that is named, and prints its figures, a JSON line each. */
public final class Main {

  private static final List<Benchmark> ALL = List.of(new Data(), new Work());

  private Main() {}

  /**
   * Runs it.
   *
   * @param arguments the name of the benchmark
   */
  public static void main(String[] arguments) throws Exception {
    Optional<Benchmark> named = named(arguments);
    if (named.isEmpty()) {
      list(System.err);
      System.exit(2);
      return;
    }
    Benchmark benchmark = named.get();
    Path work = Path.of(System.getProperty("stoa.project", "."), "bench", "target", "work");
    benchmark.measure(work.toAbsolutePath().normalize(), System.out::println);
  }

  private static Optional<Benchmark> named(String[] arguments) {
    return ALL.stream()
        .filter(each -> arguments.length == 1 && each.name().equals(arguments[0]))
        .findFirst();
  }

  private static void list(PrintStream out) {
    out.println("./stoa bench NAME, where NAME is one of");
    ALL.forEach(each -> out.printf("  %-20s %s%n", each.name(), each.about()));
  }
}
