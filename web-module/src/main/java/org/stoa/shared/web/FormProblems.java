package org.stoa.shared.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.stoa.shared.InvalidProblem.FieldError;
import org.stoa.shared.Problem;

/**
 * Tells a problem on the form that caused it: beside the field that it names, where the input has
 * the name of the field as its id, else above the form.
 */
public final class FormProblems {

  private FormProblems() {}

  /** Adds the messages of the problem to the current view. */
  public static void show(Problem problem) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (problem.members().get("errors") instanceof List<?> errors) {
      for (Object error : errors) {
        if (error instanceof FieldError wrong) {
          show(context, wrong.field(), sentence(label(context, wrong.field()), wrong.message()));
        }
      }
    } else {
      show(context, (String) problem.members().get("field"), problem.detail());
    }
    context.validationFailed();
  }

  private static void show(FacesContext context, String field, String words) {
    UIComponent input = field == null ? null : context.getViewRoot().findComponent(field);
    if (input instanceof UIInput editable) {
      editable.setValid(false);
    }
    String place = input == null ? null : input.getClientId(context);
    context.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
  }

  private static String label(FacesContext context, String field) {
    UIComponent input = context.getViewRoot().findComponent(field);
    Object label = input == null ? null : input.getAttributes().get("label");
    return label == null ? field : label.toString();
  }

  private static String sentence(String label, String message) {
    return label + " " + message + (message.endsWith(".") ? "" : ".");
  }
}
