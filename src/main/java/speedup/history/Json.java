package speedup.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes JSON, and sets the bounds for what is read. */
public final class Json {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int DEEPEST = 100;

  /** Plain ASCII, so that no terminal or pipe with another character set can damage it. */
  private static final ObjectMapper COMPACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_TEXT)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .addModule(new SimpleModule().addSerializer(Double.class, new FiniteOrNull()))
          .build();

  private static final ObjectMapper INDENTED =
      COMPACT.copy().enable(SerializationFeature.INDENT_OUTPUT);

  private static final ObjectMapper SORTED =
      COMPACT.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private Json() {}

  /** JSON has no number for what is infinite or not a number. */
  private static final class FiniteOrNull extends StdSerializer<Double> {
    FiniteOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }

  /** A value made of maps, lists, text, numbers, booleans and nulls, as JSON text. */
  public static String text(Object value) {
    return write(INDENTED, value);
  }

  static byte[] compact(Object value) {
    return write(COMPACT, value).getBytes(StandardCharsets.US_ASCII);
  }

  /** The same values as they come back from JSON, in an object that cannot be changed. */
  static Map<String, Object> plain(Map<String, Object> value) {
    return java.util.Collections.unmodifiableMap(object(read(compact(value))));
  }

  static Map<String, Object> object(JsonNode node) {
    return COMPACT.convertValue(node, OBJECT);
  }

  /** The checksum of the content, whatever the order of its members and the space between them. */
  static String checksum(JsonNode content) {
    var sorted = write(SORTED, COMPACT.convertValue(content, Object.class));
    return Checksum.of(sorted.getBytes(StandardCharsets.US_ASCII));
  }

  /** JSON that this program wrote a moment ago. */
  static JsonNode read(byte[] json) {
    try {
      return COMPACT.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("a value that JSON cannot hold", e);
    }
  }

  static ObjectMapper mapper() {
    return COMPACT;
  }

  private static String write(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a value that JSON cannot hold", e);
    }
  }

  /** The number, or null where there is none. */
  static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** A count, or null where it is -1 for unknown. */
  static Long count(long value) {
    return value < 0 ? null : value;
  }
}
