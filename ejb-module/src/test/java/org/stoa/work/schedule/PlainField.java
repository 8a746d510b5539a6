package org.stoa.work.schedule;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A field of cron with the values that it means, written down beside each other.
 *
 * @param text the field
 * @param values its values
 */
public record PlainField(String text, Set<Integer> values) {

  boolean isOpen() {
    return text.equals("*") || text.equals("*/1");
  }

  /** A field of days or months that says nothing. */
  static PlainField open() {
    return new PlainField("*", stepping(0, 31, 1));
  }

  /** A value, a range, steps, a list, or all. */
  static Arbitrary<PlainField> any(int least, int most) {
    return Arbitraries.frequencyOf(
        Tuple.of(2, all(least, most)),
        Tuple.of(2, part(least, most)),
        Tuple.of(1, every(least, most)),
        Tuple.of(1, Combinators.combine(part(least, most), part(least, most)).as(PlainField::and)));
  }

  /** Every value. */
  static Arbitrary<PlainField> all(int least, int most) {
    return Arbitraries.just(new PlainField("*", stepping(least, most, 1)));
  }

  private static Arbitrary<PlainField> every(int least, int most) {
    return Arbitraries.integers()
        .between(1, most)
        .map(step -> new PlainField("*/" + step, stepping(least, most, step)));
  }

  private static Arbitrary<PlainField> part(int least, int most) {
    Arbitrary<Integer> value = Arbitraries.integers().between(least, most);
    return Combinators.combine(value, value, Arbitraries.integers().between(1, Math.min(9, most)))
        .as(PlainField::between);
  }

  private static PlainField between(int one, int other, int step) {
    int from = Math.min(one, other);
    int to = Math.max(one, other);
    if (from == to) {
      return new PlainField(Integer.toString(from), Set.of(from));
    }
    String steps = step == 1 ? "" : "/" + step;
    return new PlainField(from + "-" + to + steps, stepping(from, to, step));
  }

  private PlainField and(PlainField other) {
    Set<Integer> both =
        IntStream.concat(
                values.stream().mapToInt(Integer::intValue),
                other.values.stream().mapToInt(Integer::intValue))
            .boxed()
            .collect(Collectors.toSet());
    return new PlainField(text + "," + other.text, both);
  }

  private static Set<Integer> stepping(int from, int to, int step) {
    return IntStream.iterate(from, value -> value <= to, value -> value + step)
        .boxed()
        .collect(Collectors.toSet());
  }
}
