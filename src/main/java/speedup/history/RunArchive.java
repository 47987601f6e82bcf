package speedup.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.measure.TraceCodec;
import speedup.measure.TraceException;

/** A run with its traces in one file, {@code .speedup}: a zip of run.json and traces by engine. */
final class RunArchive {
  private static final String RUN = "run.json";
  private static final String TRACE = ".trace";
  private static final int MOST_ENTRIES = 1 + EngineKind.values().length;

  private RunArchive() {}

  static void write(KeptRun run, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(RUN));
    zip.write(RunFiles.json(run));
    zip.closeEntry();
    for (var trace : run.traces().entrySet()) {
      zip.putNextEntry(new ZipEntry(trace.getKey().id() + TRACE));
      zip.write(TraceCodec.encode(trace.getValue()));
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads a run with as many of its traces as are whole.
   *
   * @throws ImportException when nothing in it can be shown
   */
  static Imported read(InputStream in) throws IOException {
    var traces = new EnumMap<EngineKind, RunTrace>(EngineKind.class);
    var problems = new ArrayList<String>();
    Imported run = null;
    try {
      var zip = new ZipInputStream(in);
      int entries = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new ImportException("it holds more than one run; choose a file with one");
        }
        var name = entry.getName();
        if (name.equals(RUN) && run == null) {
          run = RunJsonReader.read(new ByteArrayInputStream(bytes(zip)));
        } else if (name.endsWith(TRACE)) {
          addTrace(name.substring(0, name.length() - TRACE.length()), bytes(zip), traces, problems);
        }
      }
    } catch (ZipException | EOFException e) {
      problems.add("the file is cut off or damaged; a trace in it, and so a timeline, is missing");
    }
    if (run == null) {
      throw new ImportException(
          "there is no run in it, or it is cut off before its end; choose another file");
    }
    problems.addAll(0, run.problems());
    return new Imported(run.run().withTraces(traces), problems);
  }

  private static void addTrace(
      String engine,
      byte[] bytes,
      EnumMap<EngineKind, RunTrace> traces,
      ArrayList<String> problems) {
    var kind = EngineKind.of(engine);
    if (kind.isEmpty()) {
      problems.add("the trace of \"%s\" is of no known engine; it is left out".formatted(engine));
      return;
    }
    try {
      traces.put(kind.get(), TraceCodec.decode(bytes));
    } catch (TraceException e) {
      problems.add("%s: %s".formatted(engine, e.getMessage()));
    }
  }

  /** A whole entry, unless it is larger than any that this program writes. */
  private static byte[] bytes(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > RunFiles.LARGEST) {
        throw new ImportException(
            "it unpacks to more than %,d MB; choose another file"
                .formatted(RunFiles.LARGEST / 1_000_000));
      }
    }
    return bytes.toByteArray();
  }
}
