package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;

class XportSinkTest {

  private final XportSink sink = new XportSink();

  @Provide
  Arbitrary<AnyTable> tables() {
    return AnyTable.tables();
  }

  @Property
  void whatComesBackDiffersOnlyWhereALossWasTold(@ForAll("tables") AnyTable table)
      throws IOException {
    SinkContract.holds(table, sink, XportSinkTest::read);
  }

  @Test
  void whatVersion5KeepsIsNoLoss() {
    List<ColumnSpec> columns =
        List.of(
            ColumnSpec.text("USUBJID", "Subject", 20),
            new ColumnSpec("AVAL", "Value", ColumnType.DECIMAL, 0, "8.2", true),
            ColumnSpec.date("ADT", "Date"));
    AnyTable table =
        new AnyTable(
            columns,
            List.of(
                List.of("S-1", 0.1, LocalDate.of(2024, 2, 29)),
                List.of("S-2", new SasMissing('A'), LocalDate.of(1960, 1, 1))));

    assertThat(sink.losses(table.head(), table.walk())).isEmpty();
  }

  @Test
  void longNamesBecomeShortOnesThatDiffer() {
    List<ColumnSpec> columns =
        List.of(
            ColumnSpec.decimal("Laboratory result", ""),
            ColumnSpec.decimal("laboratory unit", ""),
            ColumnSpec.decimal("2nd", ""));
    AnyTable table = new AnyTable(columns, List.of(List.of(1.0, 2.0, 3.0)));

    assertThat(sink.losses(table.head(), table.walk()))
        .extracting(Loss::column, Loss::kind)
        .containsExactly(
            tuple("Laboratory result", Kind.NAME),
            tuple("laboratory unit", Kind.NAME),
            tuple("2nd", Kind.NAME));
    assertThat(readWritten(table).columns())
        .extracting(ColumnSpec::name)
        .containsExactly("Laborato", "laborat2", "_2nd");
  }

  @Test
  void longTextsAreCountedAndCutBetweenCharacters() throws IOException {
    AnyTable table =
        new AnyTable(
            List.of(ColumnSpec.text("AETERM", "", 300)),
            List.of(List.of("é".repeat(150)), List.of("short"), List.of("x".repeat(201))));

    assertThat(sink.losses(table.head(), table.walk()))
        .filteredOn(loss -> loss.kind() == Kind.LENGTH)
        .containsExactly(
            new Loss("AETERM", Kind.LENGTH, 2, "A text of 300 bytes is cut after 200."));
    RowCursor rows = readWritten(table).open();
    rows.next();
    assertThat(rows.text(0)).isEqualTo("é".repeat(100));
  }

  @Test
  void blankRowsAtTheEndAreTold() {
    AnyTable table =
        new AnyTable(
            List.of(ColumnSpec.text("A", "", 8)),
            Arrays.asList(List.of("x"), Collections.singletonList((Object) null)));

    assertThat(sink.losses(table.head(), table.walk()))
        .containsExactly(
            new Loss(
                null,
                Kind.VALUE,
                1,
                "Rows at the end that are blank cannot be told from padding."));
    assertThat(readWritten(table).rows()).isEqualTo(1);
  }

  private SourceTable readWritten(AnyTable table) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sink.write(table.head(), table.walk(), out);
      return read(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceTable read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("sink", ".xpt");
    Files.write(file, bytes);
    file.toFile().deleteOnExit();
    return XportReader.open(file, "a.xpt").tables().get(0);
  }
}
