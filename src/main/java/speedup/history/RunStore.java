package speedup.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.measure.TraceCodec;
import speedup.measure.TraceException;

/**
 * Every run that is kept, in one file that only its owner can read. Safe for use by several threads
 * and by several programs at once. Its methods wait for the disk: a window calls them on a
 * background thread.
 */
public final class RunStore implements AutoCloseable {
  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by lock
  private Connection connection;

  private RunStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * What opening led to.
   *
   * @param store the history; empty where there can be none
   * @param notice a sentence for the person; empty where all is as it should be
   */
  public record Opened(Optional<RunStore> store, Optional<String> notice) {}

  /**
   * A run from the history.
   *
   * @param run all of it that can be read
   * @param problems a sentence for what cannot
   */
  public record Kept(KeptRun run, List<String> problems) {}

  /**
   * Opens the history in a folder, or begins one. A file that cannot be used is renamed, and a new
   * one begun. Never fails: without a history the program goes on.
   */
  public static Opened open(Path folder) {
    var file = Database.file(folder);
    try {
      try {
        return opened(file, Optional.empty());
      } catch (Database.UnusableException e) {
        var aside = Database.setAside(file);
        return opened(
            file,
            Optional.of(
                "The history %s, so it was set aside as %s and a new one was begun."
                    .formatted(e.getMessage(), aside)));
      }
    } catch (AccessDeniedException e) {
      return none(file, "may not be written; change the permissions of its folder");
    } catch (IOException e) {
      var reason =
          e instanceof FileSystemException known && known.getReason() != null
              ? known.getReason()
              : e.getMessage();
      return none(
          file,
          "cannot be opened (%s); check that its folder may be read and written".formatted(reason));
    } catch (SQLException e) {
      return none(file, Database.problem(e));
    } catch (Database.UnusableException e) {
      return none(file, e.getMessage() + "; rename it");
    }
  }

  private static Opened opened(Path file, Optional<String> notice)
      throws IOException, SQLException, Database.UnusableException {
    return new Opened(Optional.of(new RunStore(file, Database.open(file))), notice);
  }

  private static Opened none(Path file, String why) {
    return new Opened(
        Optional.empty(),
        Optional.of("Runs are not kept: the history %s %s.".formatted(file, why)));
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * Keeps a run. When it returns, the run outlives the end of the program in any form.
   *
   * @throws StoreException when it cannot be kept, or one with the same id is there
   */
  public void save(KeptRun run) throws StoreException {
    var content = Json.compact(RunJson.kept(run));
    var traces = new EnumMap<EngineKind, byte[]>(EngineKind.class);
    run.traces().forEach((engine, trace) -> traces.put(engine, TraceCodec.encode(trace)));
    var summary = RunSummary.of(run);
    use(db -> {
      db.setAutoCommit(false);
      try {
        RunRows.insert(db, summary, content, traces);
        db.commit();
      } catch (SQLException | RuntimeException e) {
        undo(db, e);
        throw e;
      }
      db.setAutoCommit(true);
      return null;
    });
  }

  /**
   * Undoes what was begun. On a full disk the database has done so itself and says then that there
   * is nothing to undo and nothing to end: that must not take the place of what happened.
   */
  private static void undo(Connection db, Exception failure) {
    try {
      db.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    try {
      db.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** A page of all runs, the newest first. */
  public List<RunSummary> list(int offset, int limit) throws StoreException {
    return search(Query.ALL, offset, limit);
  }

  /** A page of the runs that fulfil a query, the newest first. */
  public List<RunSummary> search(Query query, int offset, int limit) throws StoreException {
    return use(db -> RunRows.summaries(db, query.where(), offset, limit));
  }

  /** How many runs fulfil a query. */
  public int count(Query query) throws StoreException {
    return use(db -> RunRows.count(db, query.where()));
  }

  /** The ids that begin so, at most a few: a person may type the first digits only. */
  public List<String> idsBeginning(String start) throws StoreException {
    return use(db -> RunRows.idsBeginning(db, start));
  }

  /**
   * A whole run with its traces; empty where there is none with this id.
   *
   * @throws StoreException when it cannot be read
   */
  public Optional<Kept> open(String id) throws StoreException {
    var row = use(db -> RunRows.content(db, id));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    try {
      var read = RunJsonReader.read(new ByteArrayInputStream(row.get().json()));
      var problems = new ArrayList<>(read.problems());
      var traces = new EnumMap<EngineKind, RunTrace>(EngineKind.class);
      row.get()
          .traces()
          .forEach((name, bytes) -> {
            try {
              traces.put(EngineKind.of(name).orElseThrow(), TraceCodec.decode(bytes));
            } catch (TraceException e) {
              problems.add("%s: %s".formatted(name, e.getMessage()));
            }
          });
      return Optional.of(
          new Kept(read.run().withTraces(traces).withNote(row.get().note()), problems));
    } catch (IOException e) {
      throw new StoreException("this run cannot be shown: " + e.getMessage(), e);
    }
  }

  /**
   * Changes what the person wrote about a run.
   *
   * @return whether there is such a run
   */
  public boolean note(String id, String words) throws StoreException {
    return use(db -> RunRows.change(db, "UPDATE run SET note = ? WHERE id = ?", words, id) > 0);
  }

  /**
   * Deletes a run.
   *
   * @return whether there was such a run
   */
  public boolean delete(String id) throws StoreException {
    return use(db -> RunRows.change(db, "DELETE FROM run WHERE id = ?", id) > 0);
  }

  @Override
  public void close() throws StoreException {
    use(db -> {
      db.close();
      return null;
    });
  }

  /** Something done with the database. */
  @FunctionalInterface
  private interface Task<T> {
    T with(Connection db) throws SQLException;
  }

  private <T> T use(Task<T> task) throws StoreException {
    lock.lock();
    try {
      return task.with(connection);
    } catch (SQLException e) {
      if (Database.damaged(e)) {
        throw beginAnew(e);
      }
      throw new StoreException("the history %s %s".formatted(file, Database.problem(e)), e);
    } finally {
      lock.unlock();
    }
  }

  private StoreException beginAnew(SQLException damage) {
    try {
      connection.close();
      var aside = Database.setAside(file);
      connection = Database.open(file);
      return new StoreException(
          "the history is damaged, so it was set aside as %s and a new one was begun"
              .formatted(aside),
          damage);
    } catch (IOException | SQLException | Database.UnusableException e) {
      e.addSuppressed(damage);
      return new StoreException(
          "the history %s is damaged; rename it and start the program again".formatted(file), e);
    }
  }
}
