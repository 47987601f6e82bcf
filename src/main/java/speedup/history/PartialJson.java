package speedup.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object as far as it can be read.
 *
 * @param content the members that are whole; of the samples, those that are
 * @param sampleLines the line on which each sample begins, from 1
 * @param cutOff where and in what the object ends too early; empty where it is whole
 */
record PartialJson(ObjectNode content, List<Integer> sampleLines, Optional<String> cutOff) {
  static final String SAMPLES = "samples";
  static final int MOST_SAMPLES = 100_000;

  /**
   * Reads to the end, or to where it stops being JSON.
   *
   * @throws ImportException when it does not begin as an object does
   */
  static PartialJson read(InputStream in) throws IOException {
    var content = Json.mapper().createObjectNode();
    var lines = new ArrayList<Integer>();
    var member = "its beginning";
    try (var parser = Json.mapper().createParser(in)) {
      try {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw new ImportException(
              "this is no exported run: it does not begin with {; choose a file that was exported"
                  + " as JSON");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          member = parser.currentName();
          parser.nextToken();
          if (member.equals(SAMPLES) && parser.currentToken() == JsonToken.START_ARRAY) {
            readSamples(parser, content.putArray(SAMPLES), lines);
          } else {
            content.set(member, parser.<JsonNode>readValueAsTree());
          }
        }
        return new PartialJson(content, List.copyOf(lines), Optional.empty());
      } catch (JsonProcessingException e) {
        if (content.isEmpty()) {
          throw new ImportException(
              "this is no exported run: line %d is no JSON; choose a file that was exported as JSON"
                  .formatted(line(parser)),
              e);
        }
        return new PartialJson(
            content,
            List.copyOf(lines),
            Optional.of(
                "line %d: the file is cut off or damaged in \"%s\"; what comes after it is missing"
                    .formatted(line(parser), member)));
      }
    }
  }

  private static void readSamples(JsonParser parser, ArrayNode samples, List<Integer> lines)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (samples.size() == MOST_SAMPLES) {
        throw new ImportException(
            "line %d: more than %,d timed runs are no run of this program; choose another file"
                .formatted(line(parser), MOST_SAMPLES));
      }
      int line = line(parser);
      samples.add(parser.<JsonNode>readValueAsTree());
      lines.add(line);
    }
  }

  private static int line(JsonParser parser) {
    return parser.currentLocation().getLineNr();
  }
}
