package org.stoa.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.NormalScope;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

/** Tells by their annotations what the container makes of classes. */
final class Beans {

  private Beans() {}

  /** A session bean: its public methods are what others call. */
  static boolean isSessionBean(JavaClass type) {
    return type.isAnnotatedWith(Stateless.class)
        || type.isAnnotatedWith(Singleton.class)
        || type.isAnnotatedWith(Stateful.class);
  }

  static boolean isBean(JavaClass type) {
    return isSessionBean(type)
        || type.isAnnotatedWith(MessageDriven.class)
        || type.isMetaAnnotatedWith(NormalScope.class);
  }

  static boolean isPersistent(JavaClass type) {
    return type.isAnnotatedWith(Entity.class)
        || type.isAnnotatedWith(Embeddable.class)
        || type.isAnnotatedWith(MappedSuperclass.class);
  }
}
