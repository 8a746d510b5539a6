package org.stoa.architecture;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * The nine rules, held by the real house. That each can fail is shown by {@link RulesCanFailTest}.
 */
class HouseRulesTest {

  private static final House STOA = House.ofStoa();

  @Test
  void roomsCallOnlyTheRoomsThatTheyDeclare() {
    holds(DeclaredRooms.called(STOA));
  }

  @Test
  void roomsDeclareOnlyWhatTheyCallOnLowerTiers() {
    holds(DeclaredRooms.declared(STOA));
  }

  @Test
  void roomsAreFreeOfCycles() {
    holds(RoomCycles.none(STOA));
  }

  @Test
  void roomsMeetOnlyAtTheirFrontDoors() {
    holds(FrontDoors.only(STOA));
  }

  @Test
  void everyClassLivesInARoom() {
    holds(FrontDoors.everyClassHasARoom(STOA));
  }

  @Test
  void nothingKnowsItsDrivers() {
    holds(Drivers.unknown(STOA));
  }

  @Test
  void domainIsPlain() {
    holds(PlainDomain.only(STOA));
  }

  @Test
  void entitiesStayInside() {
    holds(EntitiesInside.only(STOA));
  }

  @Test
  void everyFrontDoorMethodStatesWhoMayCallIt() {
    holds(StatedPermissions.everywhere(STOA));
  }

  @Test
  void timeComesFromTheInjectedClock() {
    holds(TimeFromTheClock.only());
  }

  @Test
  void entitiesStoreInstants() {
    holds(TimeFromTheClock.storedAsInstants());
  }

  @Test
  void aPackageLivesInOneModule() {
    holds(OneModule.perPackage(STOA));
  }

  private static void holds(ArchRule rule) {
    rule.check(STOA.classes());
  }
}
