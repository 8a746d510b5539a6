package org.stoa.data.format.json;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** What a Dataset-JSON file says about its dataset is missing, or does not hold. */
public class DatasetJsonProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private DatasetJsonProblem(String file, String attribute, String detail) {
    super("invalid-dataset-json", "The Dataset-JSON is not valid", file, detail);
    member("attribute", attribute);
  }

  /** The attribute must be there, and is not. */
  static DatasetJsonProblem missing(String file, String attribute) {
    return new DatasetJsonProblem(
        file, attribute, "it has no " + attribute + ", which Dataset-JSON 1.1 requires.");
  }

  /** The attribute has a value that cannot be. */
  static DatasetJsonProblem wrong(String file, TextPlace place, String attribute, String why) {
    DatasetJsonProblem problem =
        new DatasetJsonProblem(file, attribute, place + ": " + attribute + " " + why + ".");
    problem.at(place);
    return problem;
  }

  /** It is of another version. */
  static DatasetJsonProblem version(String file, String version) {
    return new DatasetJsonProblem(
        file,
        "datasetJSONVersion",
        "it is Dataset-JSON "
            + version
            + ", and only 1.1 can be loaded. Convert it to 1.1 or export it again.");
  }

  /** It says that it has other rows than it has. */
  static DatasetJsonProblem records(String file, long claimed, long found) {
    return new DatasetJsonProblem(
        file,
        "records",
        "records says that there are "
            + claimed
            + " rows, but there are "
            + found
            + ". Was it copied whole?");
  }
}
