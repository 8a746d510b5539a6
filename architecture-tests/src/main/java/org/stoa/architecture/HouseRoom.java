package org.stoa.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Set;
import java.util.TreeSet;
import org.stoa.shared.Room;

/**
 * A room as its {@code package-info} declares it.
 *
 * @param name the last segment of the root package
 * @param root the root package, the room's front door
 * @param uses the rooms that it says it calls
 */
public record HouseRoom(String name, String root, Set<String> uses) {

  /** The room that all others stand on, and that none has to declare. */
  public static final String SHARED = "shared";

  static HouseRoom of(JavaPackage root) {
    Room declared = root.getAnnotationOfType(Room.class);
    return new HouseRoom(declared.name(), root.getName(), new TreeSet<>(Set.of(declared.uses())));
  }

  boolean holds(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  boolean isFrontDoor(JavaClass type) {
    return type.getPackageName().equals(root);
  }

  /** Whether the room may call the other one: shared, or one that it declares. */
  boolean declares(HouseRoom other) {
    return other.name.equals(SHARED) || uses.contains(other.name);
  }

  /** The first segment below the root: {@code domain}, {@code web}; empty at the front door. */
  String leafOf(JavaClass type) {
    if (isFrontDoor(type)) {
      return "";
    }
    String below = type.getPackageName().substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }
}
