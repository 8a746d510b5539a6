package org.stoa.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;

/** The rooms that the current person may enter, in the order of the rail. */
@Named
@RequestScoped
public class Rail {

  /**
   * A room on the rail.
   *
   * @param room the name of the room, by which a page says where it belongs
   * @param address where its first page is
   * @param word the message key of its name
   * @param icon the id of its icon
   * @param permission what a person needs to enter it
   */
  public record Place(String room, String address, String word, String icon, String permission) {

    private boolean open(Actor actor) {
      return permission.equals(EVERYONE) || actor.may(permission);
    }
  }

  private static final String EVERYONE = Allowed.EVERYONE;

  private static final List<Place> PLACES =
      List.of(
          new Place("home", "/", "home", "home", EVERYONE),
          new Place("study", "/studies", "studies", "study", "study.read"),
          new Place("work", "/work", "work", "job", "work.read"),
          new Place("identity", "/people", "people", "people", "identity.people.read"));

  /** The rooms to show; none for somebody who is not signed in. */
  public List<Place> getRooms() {
    return CallContext.actor()
        .map(actor -> PLACES.stream().filter(place -> place.open(actor)).toList())
        .orElse(List.of());
  }
}
