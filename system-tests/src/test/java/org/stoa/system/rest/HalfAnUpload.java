package org.stoa.system.rest;

import org.stoa.system.Study;

/** A multipart request that promises more bytes than it sends. */
final class HalfAnUpload {

  private HalfAnUpload() {}

  static String to(Study study) {
    return """
        POST %s/uploads HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: multipart/form-data; boundary=cut\r
        Content-Length: 100000\r
        \r
        --cut\r
        Content-Disposition: form-data; name="file"; filename="dm.csv"\r
        Content-Type: text/csv\r
        \r
        USUBJID,AGE
        H-001,34
        """
        .formatted(study.path(), study.api().base().getAuthority(), study.api().accessToken());
  }
}
