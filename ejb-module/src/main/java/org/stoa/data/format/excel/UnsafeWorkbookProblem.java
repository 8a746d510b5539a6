package org.stoa.data.format.excel;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.Place;

/** A workbook is made in a way that no honest program makes one. */
public class UnsafeWorkbookProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private UnsafeWorkbookProblem(String file, Place place, String detail) {
    super(
        "unsafe-workbook",
        "The workbook is not safe to read",
        file,
        place + " " + detail + ". Nothing was loaded.");
    at(place);
  }

  /** A part declares entities, by which little text becomes much, or other files are read. */
  public static UnsafeWorkbookProblem entities(String file, Place place) {
    return new UnsafeWorkbookProblem(
        file, place, "has a document type declaration (DOCTYPE), which Excel never writes");
  }

  /** A part has a tag, a text or a comment of more than {@code limit} characters. */
  public static UnsafeWorkbookProblem longPiece(String file, Place place, int limit) {
    return new UnsafeWorkbookProblem(
        file, place, "has a piece of more than " + limit + " characters");
  }

  /** A part has elements in elements, deeper than {@code limit}. */
  public static UnsafeWorkbookProblem deep(String file, Place place, int limit) {
    return new UnsafeWorkbookProblem(
        file, place, "has elements in elements, more than " + limit + " deep");
  }

  /** A part grows to more than {@code limit} times its packed size. */
  public static UnsafeWorkbookProblem bomb(String file, Place place, int limit) {
    return new UnsafeWorkbookProblem(
        file, place, "grows to more than " + limit + " times its packed size");
  }

  /** The parts that are read have more than {@code limit} bytes in all. */
  public static UnsafeWorkbookProblem tooLarge(String file, Place place, long limit) {
    return new UnsafeWorkbookProblem(
        file, place, "makes it more than " + limit + " bytes, unpacked");
  }
}
