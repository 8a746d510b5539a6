package org.stoa.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.XportVersion;
import org.stoa.data.format.XportWriter;

/** A dozen subjects, written by hand as a site would: small enough to count on paper. */
public final class HandWritten {

  private static final String DM =
      """
      STUDYID,USUBJID,SITEID,AGE,SEX,ARM,RFSTDTC,COUNTRY
      HAND,H-001,01,34,F,Placebo,2024-01-08,DEU
      HAND,H-002,01,45,M,Active,2024-01-15,DEU
      HAND,H-003,01,62,F,Active,2024-01-29,DEU
      HAND,H-004,02,51,M,Placebo,2024-02-05,FRA
      HAND,H-005,02,24,F,Active,2024-02-12,FRA
      HAND,H-006,02,47,F,Placebo,2024-02-19,FRA
      HAND,H-007,02,66,M,Active,2024-03-04,FRA
      HAND,H-008,03,39,M,Placebo,2024-03-11,ESP
      HAND,H-009,03,71,F,Active,2024-03-18,ESP
      HAND,H-010,03,43,F,Placebo,2024-03-25,ESP
      HAND,H-011,03,29,M,Active,2024-04-02,ESP
      HAND,H-012,03,53,F,Placebo,2024-04-09,ESP
      """;

  private static final String AE =
      """
      STUDYID,USUBJID,AESEQ,AETERM,AEBODSYS,AESEV,AESER,AESTDTC
      HAND,H-002,1,Headache,Nervous system disorders,MILD,N,2024-01-20
      HAND,H-002,2,"Nausea, after dose",Gastrointestinal disorders,MODERATE,N,2024-01-22
      HAND,H-003,1,Myocardial infarction,Cardiac disorders,SEVERE,Y,2024-02-14
      HAND,H-005,1,Dizziness,Nervous system disorders,MILD,N,2024-02-20
      HAND,H-006,1,Fall,"Injury, poisoning and procedural complications",MODERATE,Y,2024-03-01
      HAND,H-007,1,Rash,Skin and subcutaneous tissue disorders,MODERATE,N,2024-03-09
      HAND,H-009,1,Syncope,Nervous system disorders,SEVERE,Y,2024-03-30
      HAND,H-009,2,"Patient said ""dizzy\""",Nervous system disorders,MILD,N,2024-04-02
      """;

  private static final List<ColumnSpec> VITAL_SIGNS =
      List.of(
          ColumnSpec.text("USUBJID", "Unique Subject Identifier", 8),
          ColumnSpec.text("VSTESTCD", "Vital Signs Test Short Name", 8),
          ColumnSpec.decimal("VSSTRESN", "Numeric Result in Standard Units"));

  private HandWritten() {}

  /** Twelve subjects at three sites. */
  public static Upload dm() {
    return Upload.of("dm.csv", DM);
  }

  /** Eight events of seven subjects, three of them serious. */
  public static Upload ae() {
    return Upload.of("ae.csv", AE);
  }

  /** The same with one severity corrected. */
  public static Upload correctedAe() {
    return Upload.of(
        "ae.csv", AE.replace("disorders,MODERATE,N,2024-03-09", "disorders,MILD,N,2024-03-09"));
  }

  /** A ZIP of a CSV and a SAS XPORT file. */
  public static byte[] archive() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("ae.csv", AE.getBytes(StandardCharsets.UTF_8));
    entries.put("vs.xpt", vitalSigns(XportVersion.V5));
    return zip(entries);
  }

  /** A ZIP of anything. */
  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Three measurements as SAS XPORT. */
  public static byte[] vitalSigns(XportVersion version) {
    try {
      Path file = Files.createTempFile("vs", ".xpt");
      try {
        writeVitalSigns(file, version);
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares numbers that went through binary and decimal. */
  public static Comparator<Double> toTheMillionth() {
    return (one, other) -> Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other);
  }

  private static void writeVitalSigns(Path file, XportVersion version) throws IOException {
    try (XportWriter writer =
        XportWriter.create(file, version, LocalDateTime.of(2024, 4, 10, 12, 0))) {
      writer.dataset("VS", "Vital Signs", VITAL_SIGNS);
      writer.row("H-001", "SYSBP", 128.0);
      writer.row("H-002", "SYSBP", 141.5);
      writer.row("H-003", "SYSBP", null);
    }
  }
}
