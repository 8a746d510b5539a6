package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllowedInterceptorTest {

  /** A front door with every kind of statement. */
  static class Door {

    @Allowed("study.create")
    void create() {}

    @Allowed(Allowed.EVERYONE)
    void look() {}

    @Allowed(Allowed.ANYONE)
    void knock() {}

    @Allowed(Allowed.SYSTEM)
    void sweep() {}

    void silent() {}
  }

  @Allowed("study.create")
  static class GuardedDoor {

    void silent() {}

    @Allowed(Allowed.ANYONE)
    void knock() {}
  }

  private static final Actor VIEWER = actor(Actor.Kind.PERSON, "*.read");
  private static final Actor EDITOR = actor(Actor.Kind.PERSON, "study.*");
  private static final Actor ADMINISTRATOR = actor(Actor.Kind.PERSON, "*");

  @Test
  void proceedsWithThePermission() throws Exception {
    assertThat(call(EDITOR, new Door(), "create")).isEqualTo("proceeded");
  }

  @Test
  void refusesWithoutThePermissionAndNamesIt() {
    assertThatThrownBy(() -> call(VIEWER, new Door(), "create"))
        .isInstanceOf(ForbiddenProblem.class)
        .hasMessageContaining("study.create");
  }

  @Test
  void refusesWhoIsNotSignedIn() {
    assertThatThrownBy(() -> call(null, new Door(), "create"))
        .isInstanceOf(UnauthenticatedProblem.class);
    assertThatThrownBy(() -> call(null, new Door(), "look"))
        .isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void letsEveryoneInWhoIsSignedInAndAnyoneWhereThatIsSaid() throws Exception {
    assertThat(call(VIEWER, new Door(), "look")).isEqualTo("proceeded");
    assertThat(call(null, new Door(), "knock")).isEqualTo("proceeded");
  }

  @Test
  void keepsWhatIsForTheSystemFromPeopleEvenWithAllPermissions() throws Exception {
    assertThat(call(Actor.system(UUID.randomUUID()), new Door(), "sweep")).isEqualTo("proceeded");
    assertThatThrownBy(() -> call(ADMINISTRATOR, new Door(), "sweep"))
        .isInstanceOf(ForbiddenProblem.class);
  }

  @Test
  void asksForSignInWhereNothingIsSaid() throws Exception {
    assertThat(call(VIEWER, new Door(), "silent")).isEqualTo("proceeded");
    assertThatThrownBy(() -> call(null, new Door(), "silent"))
        .isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void takesTheStatementOfTheClassUnlessTheMethodHasItsOwn() throws Exception {
    assertThatThrownBy(() -> call(VIEWER, new GuardedDoor(), "silent"))
        .isInstanceOf(ForbiddenProblem.class);
    assertThat(call(null, new GuardedDoor(), "knock")).isEqualTo("proceeded");
  }

  private static Object call(Actor actor, Object door, String method) throws Exception {
    Call call = new Call(door, door.getClass().getDeclaredMethod(method));
    AllowedInterceptor interceptor = new AllowedInterceptor();
    return actor == null
        ? interceptor.check(call)
        : CallContext.callAs(actor, () -> interceptor.check(call));
  }

  private static Actor actor(Actor.Kind kind, String permission) {
    return new Actor(UUID.randomUUID(), UUID.randomUUID(), "ada", kind, Set.of(permission));
  }

  /** A call as the container describes it. */
  private record Call(Object target, Method method) implements InvocationContext {

    @Override
    public Object getTarget() {
      return target;
    }

    @Override
    public Method getMethod() {
      return method;
    }

    @Override
    public Object proceed() {
      return "proceeded";
    }

    @Override
    public Object getTimer() {
      return null;
    }

    @Override
    public Constructor<?> getConstructor() {
      return null;
    }

    @Override
    public Object[] getParameters() {
      return new Object[0];
    }

    @Override
    public void setParameters(Object[] parameters) {
      throw new UnsupportedOperationException("the interceptor changes no parameters");
    }

    @Override
    public Map<String, Object> getContextData() {
      return Map.of();
    }
  }
}
