package org.stoa.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.stoa.identity.MeView;
import org.stoa.identity.People;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Who is signed in, for the frame of every page. */
@Named("me")
@RequestScoped
public class Me {

  @Inject private People people;

  private MeView view;

  /** How others see the person; null when nobody is signed in. */
  public String getName() {
    return view().map(MeView::name).orElse(null);
  }

  /** The e-mail address; null when nobody is signed in. */
  public String getEmail() {
    return view().map(MeView::email).orElse(null);
  }

  /** The name of the organisation; null when nobody is signed in. */
  public String getOrganisation() {
    return view().map(me -> me.organisation().name()).orElse(null);
  }

  /** One or two letters that stand for the person. */
  public String getInitials() {
    return view().map(me -> initials(me.name())).orElse("");
  }

  /** Whether the person may do something. */
  public boolean may(String permission) {
    return CallContext.actor().map(actor -> actor.may(permission)).orElse(false);
  }

  private Optional<MeView> view() {
    if (view == null && CallContext.actor().filter(Me::isPerson).isPresent()) {
      view = people.me();
    }
    return Optional.ofNullable(view);
  }

  private static boolean isPerson(Actor actor) {
    return actor.kind() == Actor.Kind.PERSON;
  }

  static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String first = firstLetter(words[0]);
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
