package org.stoa.data.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stoa.data.ColumnType;
import org.stoa.data.DataPermissions;
import org.stoa.data.ReadOptions;
import org.stoa.data.ReadOptions.Misfits;
import org.stoa.shared.CallContext;

/** How the file of the version that is shown was read, and how it may be read again. */
@Named
@RequestScoped
public class DatasetSource {

  @Inject private DatasetPage page;

  /** What a person corrected, by the name of the correction; none when all was detected. */
  public List<Map.Entry<String, Object>> getCorrections() {
    ReadOptions options = page.getVersion().options();
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, "delimiter", "\t".equals(options.delimiter()) ? "\\t" : options.delimiter());
    put(given, "quote", options.quote());
    put(given, "encoding", options.encoding());
    put(given, "header", options.header());
    put(given, "sheet", options.sheet());
    if (!options.types().isEmpty()) {
      given.put("types", new TreeMap<>(options.types()));
      given.put("misfits", options.misfits());
    }
    return List.copyOf(given.entrySet());
  }

  private static void put(Map<String, Object> given, String name, Object value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  /** Whether the caller may load files. */
  public boolean isReadable() {
    return CallContext.requiredActor().may(DataPermissions.LOAD);
  }

  /** What may become of values that do not fit. */
  public Misfits[] getMisfits() {
    return Misfits.values();
  }

  /** The types that a column may have. */
  public ColumnType[] getTypes() {
    return ColumnType.values();
  }
}
