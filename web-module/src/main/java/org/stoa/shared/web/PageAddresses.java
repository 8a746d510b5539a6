package org.stoa.shared.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** Lets forms of a page post back to the clean address under which the page was reached. */
public class PageAddresses extends ViewHandlerWrapper {

  /** Wraps the handler of the server. */
  public PageAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    Map<String, Object> request = context.getExternalContext().getRequestMap();
    Object address = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
    UIViewRoot current = context.getViewRoot();
    if (address == null || current == null || !viewId.equals(current.getViewId())) {
      return super.getActionURL(context, viewId);
    }
    Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
    return query == null ? address.toString() : address + "?" + query;
  }
}
