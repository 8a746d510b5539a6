package org.stoa.launch.demo;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Draws from distributions, the same on every machine: {@link Random} and {@link StrictMath} are
 * specified to the bit.
 */
final class Draw {

  private final Random random;

  private Draw(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A source of its own for one purpose, so that more draws in one place move nothing elsewhere.
   */
  static Draw of(long seed, String purpose, int index) {
    long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xBF58476D1CE4E5B9L + index;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return new Draw(mixed ^ (mixed >>> 31));
  }

  /** True with this probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** From the normal distribution. */
  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** From the exponential distribution. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** From the Poisson distribution; meant for small means. */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** One of the choices, all alike. */
  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the choices, each as likely as its weight says. */
  <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
    double total = choices.stream().mapToDouble(weight).sum();
    double left = random.nextDouble() * total;
    for (T choice : choices) {
      left -= weight.applyAsDouble(choice);
      if (left < 0) {
        return choice;
      }
    }
    return choices.get(choices.size() - 1);
  }

  /** Puts the list into a random order. */
  void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }
}
