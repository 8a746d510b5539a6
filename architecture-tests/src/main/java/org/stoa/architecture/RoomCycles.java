package org.stoa.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Rule 2: rooms are free of cycles. */
final class RoomCycles {

  private RoomCycles() {}

  static ArchRule none(House house) {
    return slices().assignedFrom(rooms(house)).should().beFreeOfCycles();
  }

  private static SliceAssignment rooms(House house) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return house
            .roomOf(type)
            .map(room -> SliceIdentifier.of(room.name()))
            .orElse(SliceIdentifier.ignore());
      }

      @Override
      public String getDescription() {
        return "rooms";
      }
    };
  }
}
