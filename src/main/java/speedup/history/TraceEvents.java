package speedup.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.measure.WorkerLane;

/**
 * What each worker did when, in the Trace Event Format, which Perfetto and Chrome open. Written as
 * it goes, never built in memory. A worker is a thread of the process that it ran in; the program
 * itself is process 1. Times are microseconds since the first run's start.
 */
final class TraceEvents {
  private static final int PROGRAM = 1;

  /** More points a counter are more than a screen shows. */
  private static final int COUNTS = 1_000;

  private final JsonGenerator json;
  private final long zero;

  private TraceEvents(JsonGenerator json, long zero) {
    this.json = json;
    this.zero = zero;
  }

  /** Writes the traces of all engines, which ran one after the other. */
  static void write(KeptRun run, OutputStream out) throws IOException {
    var traces = run.traces();
    long zero = 0;
    boolean first = true;
    for (var trace : traces.values()) {
      zero = first || trace.runStart() - zero < 0 ? trace.runStart() : zero;
      first = false;
    }
    var json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out);
    try (json) {
      json.writeStartObject();
      json.writeStringField("displayTimeUnit", "ms");
      json.writeObjectFieldStart("otherData");
      json.writeStringField("workload", run.request().workload());
      json.writeStringField("when", run.when().toString());
      json.writeEndObject();
      json.writeArrayFieldStart("traceEvents");
      var events = new TraceEvents(json, zero);
      events.names(traces);
      for (var trace : traces.entrySet()) {
        events.engine(trace.getKey(), trace.getValue());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void names(Map<EngineKind, RunTrace> traces) throws IOException {
    name("process_name", PROGRAM, 0, "speedup");
    var processes = new TreeSet<Long>();
    for (var trace : traces.entrySet()) {
      for (var lane : trace.getValue().lanes()) {
        for (long pid : processes(lane)) {
          if (processes.add(pid)) {
            name("process_name", pid, 0, "worker process " + pid);
          }
          name("thread_name", pid, thread(lane), "worker " + (lane.worker() + 1));
        }
      }
    }
  }

  /** Every process that held a worker's place. */
  private static TreeSet<Long> processes(WorkerLane lane) {
    var processes = new TreeSet<Long>();
    processes.add(process(lane, lane.pid()));
    for (var life : lane.lives()) {
      if (life.kind() == WorkerLane.Kind.READY) {
        processes.add(process(lane, life.pid()));
      }
    }
    return processes;
  }

  /** A process id that was never told gets a number that no system gives. */
  private static long process(WorkerLane lane, long pid) {
    return pid > PROGRAM ? pid : 1_000_000_000L + lane.worker();
  }

  private static int thread(WorkerLane lane) {
    return lane.worker() + 1;
  }

  private void engine(EngineKind engine, RunTrace trace) throws IOException {
    slice(engine.id(), PROGRAM, PROGRAM, trace.runStart(), trace.runEnd());
    json.writeEndObject();
    if (trace.runEnd() - trace.workEnd() > 0) {
      slice("merge", PROGRAM, PROGRAM, trace.workEnd(), trace.runEnd());
      json.writeEndObject();
    }
    for (var lane : trace.lanes()) {
      lane(lane);
    }
    busyWorkers(trace);
  }

  private void lane(WorkerLane lane) throws IOException {
    int life = 0;
    long pid = process(lane, firstProcess(lane));
    for (int i = 0; i < lane.chunks(); i++) {
      while (life < lane.lives().size() && lane.lives().get(life).at() - lane.started(i) <= 0) {
        var begun = lane.lives().get(life++);
        pid = begun.kind() == WorkerLane.Kind.READY ? process(lane, begun.pid()) : pid;
      }
      chunk(lane, i, pid);
    }
    starts(lane);
  }

  /** The first one that the lane heard of; where it was warm, the one it has throughout. */
  private static long firstProcess(WorkerLane lane) {
    return lane.lives().stream()
        .filter(life -> life.pid() > 0)
        .map(WorkerLane.Life::pid)
        .findFirst()
        .orElse(lane.pid());
  }

  private void chunk(WorkerLane lane, int i, long pid) throws IOException {
    int thread = thread(lane);
    slice(
        lane.finished(i) ? "chunk" : "chunk, not finished",
        pid,
        thread,
        lane.started(i),
        lane.ended(i));
    json.writeObjectFieldStart("args");
    json.writeNumberField("chunk", lane.chunk(i));
    json.writeNumberField("items", lane.items(i));
    json.writeEndObject();
    json.writeEndObject();
    if (lane.finished(i)) {
      long at = lane.started(i);
      at = part("deserialise", pid, thread, at, lane.deserialiseNanos(i), lane.ended(i));
      at = part("compute", pid, thread, at, lane.computeNanos(i), lane.ended(i));
      part("serialise", pid, thread, at, lane.serialiseNanos(i), lane.ended(i));
    }
  }

  /** A part of a chunk, never longer than the chunk, or it would not be nested. */
  private long part(String name, long pid, int thread, long from, long nanos, long chunkEnd)
      throws IOException {
    long to = Math.min(nanos, chunkEnd - from) + from;
    if (to - from > 0) {
      slice(name, pid, thread, from, to);
      json.writeEndObject();
      return to;
    }
    return from;
  }

  private void starts(WorkerLane lane) throws IOException {
    long starting = 0;
    boolean open = false;
    for (var life : lane.lives()) {
      switch (life.kind()) {
        case STARTING -> {
          starting = life.at();
          open = true;
        }
        case READY -> {
          if (open) {
            slice("start", process(lane, life.pid()), thread(lane), starting, life.at());
            json.writeEndObject();
            open = false;
          }
        }
        case DIED -> instant("died", process(lane, life.pid()), thread(lane), life.at());
        case LEFT -> instant("left", process(lane, life.pid()), thread(lane), life.at());
      }
    }
  }

  /** How many workers had a chunk, at evenly spaced moments. */
  private void busyWorkers(RunTrace trace) throws IOException {
    long length = trace.runEnd() - trace.runStart();
    long step = Math.max(1, length / COUNTS);
    for (long offset = 0; offset <= length; offset += step) {
      long at = trace.runStart() + offset;
      int busy = 0;
      for (var lane : trace.lanes()) {
        int next = lane.firstEndingAfter(at);
        busy += next < lane.chunks() && lane.started(next) - at <= 0 ? 1 : 0;
      }
      counter("busy workers", at, busy);
    }
    counter("busy workers", trace.runEnd(), 0);
  }

  private void slice(String name, long pid, int thread, long from, long to) throws IOException {
    begin("X", name, pid, thread, from);
    json.writeNumberField("dur", micros(to - from));
  }

  private void instant(String name, long pid, int thread, long at) throws IOException {
    begin("i", name, pid, thread, at);
    json.writeStringField("s", "t");
    json.writeEndObject();
  }

  private void counter(String name, long at, int value) throws IOException {
    begin("C", name, PROGRAM, 0, at);
    json.writeObjectFieldStart("args");
    json.writeNumberField("workers", value);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void name(String kind, long pid, int thread, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", "M");
    json.writeStringField("name", kind);
    json.writeNumberField("pid", pid);
    json.writeNumberField("tid", thread);
    json.writeObjectFieldStart("args");
    json.writeStringField("name", name);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void begin(String phase, String name, long pid, int thread, long at) throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeStringField("name", name);
    json.writeNumberField("pid", pid);
    json.writeNumberField("tid", thread);
    json.writeNumberField("ts", micros(at - zero));
  }

  /** Exact: a rounded end could stick out of the slice around it. */
  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, 3);
  }
}
