package speedup.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.EngineKind;

/** The SQL of the history. */
final class RunRows {
  private static final String COLUMNS =
      "id, at, kind, workload, note, input, machine, fingerprint, engines, workers, runs, seconds,"
          + " speedup";
  private static final int FEW = 10;

  private RunRows() {}

  /** The large parts of a run. */
  record Content(byte[] json, String note, Map<String, byte[]> traces) {}

  static void insert(Connection db, RunSummary run, byte[] content, Map<EngineKind, byte[]> traces)
      throws SQLException {
    long number = insertSummary(db, run);
    try (var into = db.prepareStatement("INSERT INTO content (run, json) VALUES (?, ?)")) {
      into.setLong(1, number);
      into.setBytes(2, content);
      into.executeUpdate();
    }
    try (var into =
        db.prepareStatement("INSERT INTO trace (run, engine, bytes) VALUES (?, ?, ?)")) {
      for (var trace : traces.entrySet()) {
        into.setLong(1, number);
        into.setString(2, trace.getKey().id());
        into.setBytes(3, trace.getValue());
        into.executeUpdate();
      }
    }
  }

  private static long insertSummary(Connection db, RunSummary run) throws SQLException {
    try (var into =
        db.prepareStatement(
            "INSERT INTO run (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"
                .formatted(COLUMNS))) {
      into.setString(1, run.id());
      into.setLong(2, run.when().toEpochMilli());
      into.setString(3, run.kind().name());
      into.setString(4, run.workload());
      into.setString(5, run.note());
      into.setString(6, run.input());
      into.setString(7, run.machine());
      into.setString(8, run.fingerprint().value());
      into.setString(9, run.engines());
      into.setInt(10, run.workers());
      into.setInt(11, run.runs());
      set(into, 12, run.seconds());
      set(into, 13, run.speedup());
      try (var row = into.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  private static void set(PreparedStatement into, int column, OptionalDouble value)
      throws SQLException {
    if (value.isPresent()) {
      into.setDouble(column, value.getAsDouble());
    } else {
      into.setNull(column, Types.REAL);
    }
  }

  static List<RunSummary> summaries(Connection db, Query.Where where, int offset, int limit)
      throws SQLException {
    // the page is found in the index of the newest alone; whole rows are read for it only
    var sql =
        ("SELECT %s FROM run WHERE number IN"
                + " (SELECT number FROM run%s ORDER BY at DESC, number DESC LIMIT ? OFFSET ?)"
                + " ORDER BY at DESC, number DESC")
            .formatted(COLUMNS, where.sql());
    try (var select = db.prepareStatement(sql)) {
      int at = bind(select, where.values());
      select.setInt(at, limit);
      select.setInt(at + 1, offset);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<RunSummary>();
        while (rows.next()) {
          found.add(summary(rows));
        }
        return found;
      }
    }
  }

  private static RunSummary summary(ResultSet row) throws SQLException {
    return new RunSummary(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        "STUDY".equals(row.getString(3)) ? KeptRun.Kind.STUDY : KeptRun.Kind.RUN,
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        new Fingerprint(row.getString(8)),
        row.getString(9),
        row.getInt(10),
        row.getInt(11),
        number(row, 12),
        number(row, 13));
  }

  private static OptionalDouble number(ResultSet row, int column) throws SQLException {
    var value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static int count(Connection db, Query.Where where) throws SQLException {
    try (var select = db.prepareStatement("SELECT count(*) FROM run" + where.sql())) {
      bind(select, where.values());
      try (var row = select.executeQuery()) {
        return row.getInt(1);
      }
    }
  }

  static List<String> idsBeginning(Connection db, String start) throws SQLException {
    try (var select =
        db.prepareStatement("SELECT id FROM run WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?")) {
      select.setInt(1, start.length());
      select.setString(2, start);
      select.setInt(3, FEW);
      try (var rows = select.executeQuery()) {
        var ids = new ArrayList<String>();
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
        return ids;
      }
    }
  }

  static Optional<Content> content(Connection db, String id) throws SQLException {
    try (var select =
        db.prepareStatement(
            "SELECT json, note, number FROM run JOIN content ON run = number WHERE id = ?")) {
      select.setString(1, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Content(row.getBytes(1), row.getString(2), traces(db, row.getLong(3))))
            : Optional.empty();
      }
    }
  }

  private static Map<String, byte[]> traces(Connection db, long number) throws SQLException {
    try (var select = db.prepareStatement("SELECT engine, bytes FROM trace WHERE run = ?")) {
      select.setLong(1, number);
      try (var rows = select.executeQuery()) {
        var traces = new LinkedHashMap<String, byte[]>();
        while (rows.next()) {
          traces.put(rows.getString(1), rows.getBytes(2));
        }
        return traces;
      }
    }
  }

  static int change(Connection db, String sql, String... values) throws SQLException {
    try (var statement = db.prepareStatement(sql)) {
      bind(statement, List.of(values));
      return statement.executeUpdate();
    }
  }

  private static int bind(PreparedStatement statement, List<String> values) throws SQLException {
    int at = 1;
    for (var value : values) {
      statement.setString(at++, value);
    }
    return at;
  }
}
