package org.stoa.launch.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The files of a study: DM, AE and DS as CSV, and LB, VS and EX as SAS XPORT version 5. The same
 * seed and size give the same bytes on every machine; the first subjects of a larger study are
 * those of a smaller one.
 *
 * @param seed what chance begins with
 * @param subjects how many subjects are screened
 */
public record StudyFiles(long seed, int subjects) {

  /** What {@link DemonstrationStudy#files()} gives. */
  static final StudyFiles DEFAULT = new StudyFiles(20240115, 300);

  /** The most subjects whose numbers fit their variables. */
  private static final int MAX_SUBJECTS = 9_000_000;

  public StudyFiles {
    if (subjects < 1 || subjects > MAX_SUBJECTS) {
      throw new IllegalArgumentException("subjects must be between 1 and " + MAX_SUBJECTS);
    }
  }

  /** The same with another size. */
  public StudyFiles ofSubjects(int number) {
    return new StudyFiles(seed, number);
  }

  /** The same with another seed. */
  public StudyFiles ofSeed(long other) {
    return new StudyFiles(other, subjects);
  }

  /**
   * Writes all files.
   *
   * @param directory where to; it is made when missing, and files of the same names are replaced
   * @return the files, DM first
   */
  public List<Path> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Subject> enrolled = enrolled();
    return List.of(
        csv(directory, new Demographics(), enrolled),
        csv(directory, adverseEvents(false), enrolled),
        csv(directory, new Disposition(), enrolled),
        xport(directory, new LaboratoryTests(seed), enrolled),
        xport(directory, new VitalSigns(seed), enrolled),
        xport(directory, new Exposure(), enrolled));
  }

  /**
   * Writes {@code ae.csv} as data cleaning leaves it: the first event of every 25th subject has
   * another severity, all else is the same.
   *
   * @param directory where to; it is made when missing, and a file of the same name is replaced
   * @return the file
   */
  public Path writeCorrectedAdverseEvents(Path directory) throws IOException {
    Files.createDirectories(directory);
    return csv(directory, adverseEvents(true), enrolled());
  }

  List<Subject> enrolled() {
    return Enrolment.of(seed, subjects);
  }

  AdverseEvents adverseEvents(boolean corrected) {
    return new AdverseEvents(seed, corrected);
  }

  private static Path csv(Path directory, Domain domain, List<Subject> subjects)
      throws IOException {
    Path file = directory.resolve(fileName(domain, ".csv"));
    CsvTable.write(file, domain, subjects);
    return file;
  }

  private static Path xport(Path directory, Domain domain, List<Subject> subjects)
      throws IOException {
    Path file = directory.resolve(fileName(domain, ".xpt"));
    XportTable.write(file, domain, subjects);
    return file;
  }

  private static String fileName(Domain domain, String suffix) {
    return domain.name().toLowerCase(Locale.ROOT) + suffix;
  }
}
