package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.TableHead;

/** Writes what Dataset-JSON 1.1 says about a dataset, in the order of its specification. */
final class DatasetJsonHead {

  private DatasetJsonHead() {}

  static void write(TableHead table, DatasetJsonOrigin origin, JsonGenerator json)
      throws IOException {
    json.writeStringField("datasetJSONCreationDateTime", table.created().toString());
    json.writeStringField("datasetJSONVersion", "1.1.0");
    json.writeStringField("fileOID", table.source().isEmpty() ? table.name() : table.source());
    json.writeStringField("dbLastModifiedDateTime", table.created().toString());
    if (!origin.originator().isEmpty()) {
      json.writeStringField("originator", origin.originator());
    }
    json.writeObjectFieldStart("sourceSystem");
    json.writeStringField("name", origin.system());
    json.writeStringField("version", origin.version());
    json.writeEndObject();
    json.writeStringField("itemGroupOID", "IG." + table.name());
    json.writeNumberField("records", table.rows());
    json.writeStringField("name", table.name());
    json.writeStringField("label", table.label());
    json.writeArrayFieldStart("columns");
    for (ColumnSpec column : table.columns()) {
      writeColumn(table.name(), column, json);
    }
    json.writeEndArray();
  }

  private static void writeColumn(String table, ColumnSpec column, JsonGenerator json)
      throws IOException {
    DataType type = dataType(column.type());
    json.writeStartObject();
    json.writeStringField("itemOID", "IT." + table + "." + column.name());
    json.writeStringField("name", column.name());
    json.writeStringField("label", column.label());
    json.writeStringField("dataType", type.word());
    if (type.isTime()) {
      json.writeStringField("targetDataType", "integer");
    }
    if (type == DataType.STRING && column.length() > 0) {
      json.writeNumberField("length", column.length());
    }
    String format = column.format().isEmpty() ? usualFormat(type) : column.format();
    if (!format.isEmpty()) {
      json.writeStringField("displayFormat", format);
    }
    json.writeEndObject();
  }

  private static DataType dataType(ColumnType type) {
    return switch (type) {
      case TEXT -> DataType.STRING;
      case INTEGER -> DataType.INTEGER;
      case DECIMAL -> DataType.DOUBLE;
      case BOOLEAN -> DataType.BOOLEAN;
      case DATE -> DataType.DATE;
      case DATETIME -> DataType.DATETIME;
      case TIME -> DataType.TIME;
    };
  }

  /** Without a format, SAS would show days and seconds since 1960. */
  private static String usualFormat(DataType type) {
    return switch (type) {
      case DATE -> "E8601DA.";
      case DATETIME -> "E8601DT.";
      case TIME -> "E8601TM.";
      default -> "";
    };
  }
}
