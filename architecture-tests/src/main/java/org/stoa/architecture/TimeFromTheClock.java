package org.stoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.ClockProducer;
import org.stoa.shared.Ids;

/**
 * Rule 8: time comes from the injected clock, {@link java.time.Instant} is stored. Only the
 * producer of the clock and the maker of ids ask the system; durations may be measured with {@code
 * System.nanoTime}.
 */
final class TimeFromTheClock {

  private static final Set<String> MAY_ASK_THE_SYSTEM =
      Set.of(ClockProducer.class.getName(), Ids.class.getName());

  private static final Set<String> NOT_STORED =
      Stream.of(
              LocalDateTime.class,
              LocalTime.class,
              OffsetDateTime.class,
              ZonedDateTime.class,
              Date.class,
              Calendar.class,
              java.sql.Timestamp.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  private TimeFromTheClock() {}

  static ArchRule only() {
    return classes()
        .should(
            Violations.none(
                "take the time from the injected clock",
                type ->
                    MAY_ASK_THE_SYSTEM.contains(type.getName())
                        ? Stream.empty()
                        : type.getCodeUnitAccessesFromSelf().stream()
                            .filter(call -> asksTheSystem(call.getTarget()))
                            .map(JavaAccess::getDescription)));
  }

  static ArchRule storedAsInstants() {
    return fields()
        .that(arePersistent())
        .should(
            Violations.none(
                "store instants",
                field ->
                    NOT_STORED.contains(field.getRawType().getName())
                        ? Stream.of(field.getFullName() + " stores " + field.getRawType().getName())
                        : Stream.empty()));
  }

  private static DescribedPredicate<JavaField> arePersistent() {
    return DescribedPredicate.describe(
        "are fields of entities", field -> Beans.isPersistent(field.getOwner()));
  }

  private static boolean asksTheSystem(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (owner.startsWith("java.time.") && name.equals("now")) {
      return target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    }
    if (owner.equals(Date.class.getName()) && name.equals("<init>")) {
      return target.getRawParameterTypes().isEmpty();
    }
    return (owner.equals(Clock.class.getName()) && name.startsWith("system"))
        || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"))
        || (owner.equals(Calendar.class.getName()) && name.equals("getInstance"));
  }
}
