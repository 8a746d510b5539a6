package org.stoa.work.engine;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stoa.shared.Fields;

/**
 * The constraints (jakarta.validation) that the record of a payload declares. Whether it declares
 * any is found out once, so that a record without them costs nothing.
 */
final class PayloadRules {

  /** What the payload is called where a member of it is wrong. */
  static final String WHOLE = "payload";

  private static final Validator VALIDATOR = validator();
  private static final PayloadRules NONE = new PayloadRules(false);

  private final boolean any;

  private PayloadRules(boolean any) {
    this.any = any;
  }

  /** The rules of a type. */
  static PayloadRules of(Type payload) {
    return payload instanceof Class<?> type
            && VALIDATOR.getConstraintsForClass(type).isBeanConstrained()
        ? new PayloadRules(true)
        : NONE;
  }

  /**
   * Refuses a payload that breaks a rule.
   *
   * @throws org.stoa.shared.InvalidProblem naming each wrong member from {@code payload} on, such
   *     as {@code payload.files[0]}
   */
  void check(Object payload) {
    if (any) {
      Map<String, String> faults =
          VALIDATOR.validate(payload).stream()
              .collect(
                  Collectors.toMap(
                      PayloadRules::path,
                      ConstraintViolation::getMessage,
                      (one, other) -> one + ", and " + other,
                      TreeMap::new));
      Fields fields = new Fields();
      faults.forEach(fields::refuse);
      fields.check();
    }
  }

  /** An element of a list is told by its place alone. */
  private static String path(ConstraintViolation<?> broken) {
    String path = broken.getPropertyPath().toString().replaceAll("\\.?<[^>]*>", "");
    return path.isEmpty() ? WHOLE : WHOLE + "." + path;
  }

  /** Its sentences are in the language of all others. */
  private static Validator validator() {
    Configuration<?> configuration = Validation.byDefaultProvider().configure();
    MessageInterpolator usual = configuration.getDefaultMessageInterpolator();
    return configuration
        .messageInterpolator(new InEnglish(usual))
        .buildValidatorFactory()
        .getValidator();
  }

  private record InEnglish(MessageInterpolator usual) implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
      return usual.interpolate(template, context, Locale.ENGLISH);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return usual.interpolate(template, context, Locale.ENGLISH);
    }
  }
}
