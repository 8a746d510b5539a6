package org.stoa.files;

import java.util.List;
import java.util.Map;

/**
 * A form that brought files.
 *
 * @param files the stored files in the order of the form, at least one
 * @param fields the text of its other fields, by name; of fields of one name the last counts
 */
public record IncomingForm(List<FileView> files, Map<String, String> fields) {

  public IncomingForm {
    files = List.copyOf(files);
    fields = Map.copyOf(fields);
  }
}
