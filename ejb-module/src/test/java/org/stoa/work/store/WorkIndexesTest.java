package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.TestDatabase;

class WorkIndexesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Those that hold a row by its id although the id is not what they are sorted by first. */
  private static final String TRAPS =
      """
      SELECT index.indexrelid::regclass::text
      FROM pg_index index
        JOIN pg_attribute id ON id.attrelid = index.indrelid AND id.attname = 'id'
      WHERE index.indrelid = 'work_job'::regclass AND index.indpred IS NULL
        AND id.attnum = ANY (index.indkey::smallint[]) AND index.indkey[0] <> id.attnum
      """;

  @Test
  void noIndexButThePrimaryKeyCanBeTakenToFindAJobByItsId() {
    List<String> traps = database.sql().fetch(TRAPS).into(String.class);

    assertThat(traps).isEmpty();
  }
}
