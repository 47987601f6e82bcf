package speedup.python;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the script says. Times are nanoseconds on its own clock. */
sealed interface PythonMessage {
  ObjectMapper MAPPER = JsonMapper.builder().build();

  TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** A worker process, and when it was ready. */
  record Worker(long pid, long at) {}

  /** A chunk under way. */
  record Running(int worker, int chunk, long since) {}

  /** All workers are up. */
  record Ready(String method, List<Worker> workers) implements PythonMessage {}

  /** The answer to a ping. */
  record Pong(long at) implements PythonMessage {}

  /** A sign of life. */
  record Beat(List<Running> running) implements PythonMessage {}

  /**
   * A chunk is done.
   *
   * @param cpuBefore CPU time of the worker, nanoseconds
   * @param resident bytes; -1 not told
   * @param result numbers, text, booleans, lists and maps of these
   * @param bytes length of the message
   */
  record Done(
      int worker,
      int chunk,
      long began,
      long computed,
      long ended,
      long cpuBefore,
      long cpuAfter,
      long resident,
      Object result,
      int bytes)
      implements PythonMessage {}

  /** A chunk ended in an error. */
  record Failed(int chunk, String error) implements PythonMessage {}

  /** The answer to the end of a job. */
  record Ended() implements PythonMessage {}

  /** Nothing more will come; said by the link, not by the script. */
  record Gone(String why) implements PythonMessage {}

  /** A message to the script. */
  static byte[] bytes(Map<String, ?> message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new IllegalArgumentException("a value that JSON cannot hold", e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws PythonException when the script would not say that
   */
  static PythonMessage parse(byte[] line) throws PythonException {
    try {
      var fields = MAPPER.readValue(line, FIELDS);
      return switch (String.valueOf(fields.get("is"))) {
        case "ready" ->
            new Ready(
                (String) fields.get("method"),
                rows(fields.get("workers"), 2).stream()
                    .map(row -> new Worker(row[0], row[1]))
                    .toList());
        case "pong" -> new Pong(whole(fields.get("at")));
        case "beat" ->
            new Beat(
                rows(fields.get("running"), 3).stream()
                    .map(row ->
                        new Running(Math.toIntExact(row[0]), Math.toIntExact(row[1]), row[2]))
                    .toList());
        case "done" -> done(fields, line.length);
        case "failed" -> new Failed(small(fields.get("chunk")), (String) fields.get("error"));
        case "ended" -> new Ended();
        default -> throw rubbish(line, null);
      };
    } catch (IOException | RuntimeException e) {
      throw rubbish(line, e);
    }
  }

  private static Done done(Map<String, Object> fields, int bytes) {
    var at = row(fields.get("at"), 3);
    var cpu = row(fields.get("cpu"), 2);
    return new Done(
        small(fields.get("worker")),
        small(fields.get("chunk")),
        at[0],
        at[1],
        at[2],
        cpu[0],
        cpu[1],
        whole(fields.get("resident")),
        fields.get("result"),
        bytes);
  }

  private static List<long[]> rows(Object value, int columns) {
    return ((List<?>) value).stream().map(row -> row(row, columns)).toList();
  }

  private static long[] row(Object value, int columns) {
    var row = ((List<?>) value).stream().mapToLong(PythonMessage::whole).toArray();
    if (row.length != columns) {
      throw new IllegalArgumentException(row.length + " columns");
    }
    return row;
  }

  private static int small(Object value) {
    return Math.toIntExact(whole(value));
  }

  private static long whole(Object value) {
    return value instanceof Integer small ? small : (Long) value;
  }

  private static PythonException rubbish(byte[] line, Exception cause) {
    var beginning = new String(line, 0, Math.min(line.length, 400), StandardCharsets.UTF_8);
    return new PythonException(
        "the Python process said something that its script does not say (\"%s\"); try another Python with %s=/path/to/python3"
            .formatted(Quoted.of(beginning), PythonFinder.VARIABLE),
        cause);
  }
}
