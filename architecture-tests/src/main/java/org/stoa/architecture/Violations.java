package org.stoa.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a condition out of a function that tells every sentence that is wrong with an item. */
final class Violations {

  private Violations() {}

  static <T> ArchCondition<T> none(String description, Function<T, Stream<String>> sentences) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        sentences
            .apply(item)
            .forEach(each -> events.add(SimpleConditionEvent.violated(item, each)));
      }
    };
  }
}
