package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {

  @Test
  void carriesTheNameForEveryBrowser() {
    assertThat(Attachment.named("AE Adverse Events v2", "csv"))
        .isEqualTo(
            "attachment; filename=\"AE Adverse Events v2.csv\"; "
                + "filename*=UTF-8''AE%20Adverse%20Events%20v2.csv");
  }

  @Test
  void namesBeyondAsciiStayAsTheyAreWhereTheyCan() {
    assertThat(Attachment.named("Übelkeit 試験", "csv"))
        .isEqualTo(
            "attachment; filename=\"_belkeit _.csv\"; "
                + "filename*=UTF-8''%C3%9Cbelkeit%20%E8%A9%A6%E9%A8%93.csv");
  }

  @Test
  void aNameCannotEndTheHeaderOrLeaveItsFolder() {
    assertThat(Attachment.named("../../etc\"; x=\"\r\nSet-Cookie: a=b", "csv"))
        .doesNotContain("\r", "\n", "/", "\\")
        .startsWith("attachment; filename=\"_.._etc_; x=_Set-Cookie_ a=b.csv\"; filename*=");
  }

  @Test
  void thereIsAlwaysAName() {
    assertThat(Attachment.named(" . ", "csv")).contains("filename=\"file.csv\"");
    assertThat(Attachment.named("x".repeat(500), "csv")).hasSizeLessThan(320);
  }
}
