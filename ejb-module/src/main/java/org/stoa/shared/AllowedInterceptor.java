package org.stoa.shared;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/** Refuses a front-door call that the current actor may not make. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class AllowedInterceptor {

  /** Checks, then proceeds. */
  @AroundInvoke
  public Object check(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    Allowed allowed = method.getAnnotation(Allowed.class);
    if (allowed == null) {
      allowed = call.getTarget().getClass().getAnnotation(Allowed.class);
    }
    require(allowed == null ? Allowed.EVERYONE : allowed.value());
    return call.proceed();
  }

  static void require(String permission) {
    if (permission.equals(Allowed.ANYONE)) {
      return;
    }
    Actor actor = CallContext.requiredActor();
    if (!permits(actor, permission)) {
      throw new ForbiddenProblem(permission);
    }
  }

  private static boolean permits(Actor actor, String permission) {
    return switch (permission) {
      case Allowed.EVERYONE -> true;
      case Allowed.SYSTEM -> actor.kind() == Actor.Kind.SYSTEM;
      default -> actor.may(permission);
    };
  }
}
