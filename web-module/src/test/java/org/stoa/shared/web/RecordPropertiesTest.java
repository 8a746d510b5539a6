package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordPropertiesTest {

  /** What a page might show. */
  public record Shown(String code, Integer rows) {}

  private final RecordProperties properties = new RecordProperties();
  private final ELContext context = new Plain();

  @Test
  void aComponentIsAProperty() {
    Object code = properties.getValue(context, new Shown("ABC-301", 12), "code");

    assertThat(code).isEqualTo("ABC-301");
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void anotherNameIsLeftToOthers() {
    Object found = properties.getValue(context, new Shown("ABC-301", 12), "title");

    assertThat(found).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void whatIsNoRecordIsLeftToOthers() {
    assertThat(properties.getValue(context, "text", "length")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void aComponentCannotBeSet() {
    Shown shown = new Shown("ABC-301", 12);

    assertThat(properties.isReadOnly(context, shown, "rows")).isTrue();
    assertThatThrownBy(() -> properties.setValue(context, shown, "rows", 13))
        .isInstanceOf(PropertyNotWritableException.class);
  }

  private static final class Plain extends ELContext {
    @Override
    public ELResolver getELResolver() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      throw new UnsupportedOperationException();
    }

    @Override
    public VariableMapper getVariableMapper() {
      throw new UnsupportedOperationException();
    }
  }
}
