package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.data.format.XportVersion;
import org.stoa.system.HandWritten;
import org.stoa.system.Refusal;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Each bad file gets a problem that a person can act on, and changes nothing. */
class BadFilesIT {

  private static final String GOOD = "USUBJID,AGE\nH-001,34\nH-002,45\n";

  private Study study;

  @BeforeEach
  void aStudyWithOneGoodDataset() {
    study = Study.created(SharedStack.stoa().administrator());
    study.load(Upload.of("dm.csv", GOOD));
  }

  @Test
  void anEmptyFileIsRefused() {
    refused(Upload.of("dm.csv", ""), "no content");
  }

  @Test
  void aRaggedRowIsRefusedWithItsLine() {
    Refusal refusal = refused(Upload.of("dm.csv", GOOD + "H-003\nH-004,66\n"), "dm.csv");
    assertThat(refusal.number("line")).isEqualTo(4);
  }

  @Test
  void aHeaderWithoutRowsIsRefused() {
    refused(Upload.of("dm.csv", "USUBJID,AGE\n"), "row");
  }

  @Test
  void duplicateColumnNamesAreRefused() {
    refused(Upload.of("dm.csv", "USUBJID,AGE,age\nH-001,34,35\n"), "age");
  }

  @Test
  void damagedUtf8IsRefusedWithThePlaceOfTheFirstWrongByte() {
    byte[] bytes =
        "USUBJID,CITY\nH-001,Köln\nH-002,Zürich\nH-003,?\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xC3;
    Refusal refusal = refused(Upload.of("dm.csv", bytes), "UTF-8");
    assertThat(refusal.number("line")).isEqualTo(4);
    assertThat(refusal.number("column")).isEqualTo(7);
  }

  @Test
  void aTruncatedXportIsRefused() {
    byte[] whole = HandWritten.vitalSigns(XportVersion.V5);
    refused(Upload.of("vs.xpt", Arrays.copyOf(whole, 1_000)), "vs.xpt");
  }

  @Test
  void anXportThatClaimsMoreRowsThanItHasIsRefused() {
    byte[] whole = HandWritten.vitalSigns(XportVersion.V8);
    refused(Upload.of("vs.xpt", Xport.claimingMoreRows(whole)), "vs.xpt");
  }

  @Test
  void anArchiveThatPointsOutsideIsRefused() {
    byte[] zip = HandWritten.zip(Map.of("../../dm.csv", GOOD.getBytes(StandardCharsets.UTF_8)));
    refused(Upload.of("export.zip", zip), "..");
  }

  @Test
  void anArchiveThatWouldBurstIsRefused() {
    byte[] bomb = HandWritten.zip(Map.of("dm.csv", new byte[300_000_000]));
    assertThat(bomb.length).isLessThan(1_000_000);
    refused(Upload.of("export.zip", bomb), "export.zip");
  }

  @Test
  void aFileOfTheWrongTypeIsRefused() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};
    refused(Upload.of("dm.csv", png), "dm.csv");
  }

  @Test
  void oneBadFileRefusesTheGoodOnesOfItsUpload() {
    Refusal refusal = study.refusal(HandWritten.ae(), Upload.of("lb.csv", "A,B\n1,2\n3\n"));
    assertThat(refusal.detail()).contains("lb.csv");
    assertNothingChanged();
  }

  @Test
  void aFileOverTheLimitIsRefused() {
    byte[] large = new byte[(int) SharedStack.FILE_LIMIT + 1];
    Arrays.fill(large, (byte) 'a');
    refused(Upload.of("dm.csv", large), "dm.csv");
  }

  @Test
  void anUploadCutHalfWayChangesNothing() throws IOException {
    URI base = study.api().base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(HalfAnUpload.to(study).getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.shutdownOutput();
      assertThat(statusLine(socket.getInputStream())).doesNotContain(" 202 ", " 500 ");
    }
    assertNothingChanged();
  }

  @Test
  void aNameIsOnlyALabel() {
    study.load(Upload.of("../../etc/'; DROP TABLE x; --$$ \uD83E\uDDEA ae.csv", "A,B\n1,2\n"));
    assertThat(study.datasets()).hasSize(2);
    assertThatThrownBy(() -> study.dataset("../../etc")).isInstanceOf(AssertionError.class);
  }

  private Refusal refused(Upload file, String named) {
    Refusal refusal = study.refusal(file);
    assertThat(refusal.detail()).contains(named);
    assertNothingChanged();
    return refusal;
  }

  private void assertNothingChanged() {
    assertThat(study.datasets()).hasSize(1);
    assertThat(study.dataset("DM").getJsonObject("activeVersion").getInt("number")).isEqualTo(1);
  }

  private static String statusLine(InputStream answer) throws IOException {
    String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("the connection was closed");
  }
}
