package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stoa.launch.demo.Subject.Attended;
import org.stoa.launch.demo.Subject.Course;

/** EX: the tablets taken from each dispensing visit until the next one. */
final class Exposure implements Domain {

  @Override
  public String name() {
    return "EX";
  }

  @Override
  public String label() {
    return "Exposure";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        number("EXSEQ", "Sequence Number"),
        text("EXTRT", 10, "Name of Treatment"),
        number("EXDOSE", "Dose"),
        text("EXDOSU", 2, "Dose Units"),
        text("EXDOSFRM", 6, "Dose Form"),
        text("EXDOSFRQ", 2, "Dosing Frequency per Interval"),
        text("EXROUTE", 4, "Route of Administration"),
        number("VISITNUM", "Visit Number"),
        text("VISIT", 12, "Visit Name"),
        text("EPOCH", 10, "Epoch"),
        text("EXSTDTC", 10, "Start Date/Time of Treatment"),
        text("EXENDTC", 10, "End Date/Time of Treatment"),
        number("EXSTDY", "Study Day of Start of Treatment"),
        number("EXENDY", "Study Day of End of Treatment"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    return subject.course().map(course -> rows(subject, course)).orElse(List.of());
  }

  private List<List<Object>> rows(Subject subject, Course course) {
    List<Attended> dispensings =
        subject.attended().stream().filter(a -> a.visit().dispenses()).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < dispensings.size(); i++) {
      boolean last = i == dispensings.size() - 1;
      LocalDate end = last ? course.lastDose() : dispensings.get(i + 1).date().minusDays(1);
      rows.add(row(subject, course, dispensings.get(i), end, i + 1));
    }
    return rows;
  }

  private List<Object> row(
      Subject subject, Course course, Attended dispensing, LocalDate end, int sequence) {
    return Arrays.asList(
        DemonstrationStudy.CODE,
        name(),
        subject.uniqueId(),
        sequence,
        course.arm().treatment(),
        course.arm().dose(),
        "mg",
        "TABLET",
        "QD",
        "ORAL",
        dispensing.visit().number(),
        dispensing.visit().title(),
        "TREATMENT",
        dispensing.date(),
        end,
        subject.studyDay(dispensing.date()),
        subject.studyDay(end));
  }
}
