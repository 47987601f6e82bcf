package speedup.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that a run leaves and enters the history by. */
public final class RunFiles {
  /** Larger files are not read. */
  static final int LARGEST = 256_000_000;

  private static final byte[] ZIP = {'P', 'K'};

  private RunFiles() {}

  /** What a run can be exported as. */
  public enum Format {
    /** What was asked, measured and found. */
    JSON,
    /** The raw times. */
    CSV,
    /** What each worker did when, as Trace Event JSON. */
    TRACE,
    /** The run with its traces, to be imported again. */
    SPEEDUP
  }

  /**
   * Writes a run into a file, in the place of what is there; nothing half-written is left.
   *
   * @throws IOException when it cannot be written, or there is no trace where one is asked for
   */
  public static void export(KeptRun run, Format format, Path file) throws IOException {
    if (format == Format.TRACE && run.traces().isEmpty()) {
      throw new IOException(
          "this run has no trace; export it as json or csv, or run it again to get one");
    }
    WholeFile.write(file, out -> write(run, format, out));
  }

  private static void write(KeptRun run, Format format, OutputStream out) throws IOException {
    switch (format) {
      case JSON -> out.write(json(run));
      case CSV -> {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        RunCsv.write(run, text);
        text.flush();
      }
      case TRACE -> TraceEvents.write(run, out);
      case SPEEDUP -> RunArchive.write(run, out);
    }
  }

  /** The whole run as JSON, with the checksum of all its other members. */
  static byte[] json(KeptRun run) {
    var values = new LinkedHashMap<>(RunJson.values(run, Findings.of(run)));
    values.put(RunJson.CHECKSUM, Json.checksum(Json.read(Json.compact(values))));
    return (Json.text(values) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The checksum that the run's JSON has. */
  public static String checksum(KeptRun run) {
    return Json.checksum(Json.read(Json.compact(RunJson.values(run, Findings.of(run)))));
  }

  /** The whole run as JSON values. */
  public static Map<String, Object> values(KeptRun run) {
    return RunJson.values(run, Findings.of(run));
  }

  /**
   * Reads a run from JSON, CSV or {@code .speedup}, whichever the file holds.
   *
   * @throws ImportException when nothing in it can be shown
   */
  public static Imported read(Path file) throws ImportException {
    try {
      long size = Files.size(file);
      if (size == 0) {
        throw new ImportException("it is empty; choose another file");
      }
      if (size > LARGEST) {
        throw new ImportException(
            "it has %,d MB, more than any exported run; choose another file"
                .formatted(size / 1_000_000));
      }
      try (var in = new BufferedInputStream(Files.newInputStream(file))) {
        in.mark(ZIP.length);
        var start = new String(in.readNBytes(ZIP.length), StandardCharsets.ISO_8859_1);
        in.reset();
        if (start.equals(new String(ZIP, StandardCharsets.ISO_8859_1))) {
          return RunArchive.read(in);
        }
        return start.startsWith("{")
            ? RunJsonReader.read(in)
            : RunCsv.read(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (ImportException e) {
      throw new ImportException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new ImportException("there is no file %s; check its name".formatted(file), e);
    } catch (IOException e) {
      throw new ImportException(
          "%s cannot be read (%s); choose another file".formatted(file, WholeFile.reason(e)), e);
    }
  }
}
