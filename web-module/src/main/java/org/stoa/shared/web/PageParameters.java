package org.stoa.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;

/**
 * What the address of a page says: ids in its path, choices in its query. It asks Faces, because
 * the request that CDI injects is the one before the forward, which knows no ids.
 */
@RequestScoped
public class PageParameters {

  /**
   * An id in the path.
   *
   * @param what it is the id of, which is also the name of the parameter
   * @throws NotFoundProblem when it is no id at all
   */
  public UUID id(String what) {
    String value = text(what).orElse("");
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new NotFoundProblem(what, value);
    }
  }

  /** A text; empty when it is missing or blank. */
  public Optional<String> text(String name) {
    FacesContext context = FacesContext.getCurrentInstance();
    return Optional.ofNullable(context.getExternalContext().getRequestParameterMap().get(name))
        .filter(value -> !value.isBlank());
  }

  /**
   * A whole number; empty when it is missing.
   *
   * @throws InvalidProblem when it is something else
   */
  public Optional<Integer> number(String name) {
    try {
      return text(name).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw new InvalidProblem(name, "must be a whole number");
    }
  }
}
