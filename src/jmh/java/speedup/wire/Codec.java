package speedup.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import org.apache.fory.Fory;
import org.apache.fory.config.Language;

/** The ways to carry a value that are compared. Used by one thread. */
public interface Codec {
  byte[] write(Object value) throws Exception;

  Object read(byte[] bytes) throws Exception;

  /** Their names on the command line and in reports. */
  enum Choice {
    OWN {
      @Override
      Codec open() {
        return new Own();
      }
    },
    JDK {
      @Override
      Codec open() {
        return new Jdk();
      }
    },
    FORY_GENERATED {
      @Override
      Codec open() {
        return new Foreign(true);
      }
    },
    FORY_PLAIN {
      @Override
      Codec open() {
        return new Foreign(false);
      }
    };

    abstract Codec open();
  }

  /** Ours, as the pool uses it: both sides check classes. */
  final class Own implements Codec {
    private final OutBuffer scratch = new OutBuffer(1024);
    private final ClassFilter filter = new ClassFilter(Set.of("speedup.wire."));

    @Override
    public byte[] write(Object value) throws NotSendableException {
      return ValueWriter.toBytes(value, scratch, filter);
    }

    @Override
    public Object read(byte[] bytes) throws WireException {
      return ValueReader.fromBytes(bytes, filter, Own.class.getClassLoader());
    }
  }

  /** What the JDK has, without a filter. */
  final class Jdk implements Codec {
    @Override
    public byte[] write(Object value) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      return bytes.toByteArray();
    }

    @Override
    public Object read(byte[] bytes) throws IOException, ClassNotFoundException {
      try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return in.readObject();
      }
    }
  }

  /** Apache Fory for Java alone, with classes by name as ours has them. */
  final class Foreign implements Codec {
    private final Fory fory;

    Foreign(boolean generated) {
      fory =
          Fory.builder()
              .withLanguage(Language.JAVA)
              .requireClassRegistration(false)
              .withCodegen(generated)
              .suppressClassRegistrationWarnings(true)
              .build();
    }

    @Override
    public byte[] write(Object value) {
      return fory.serialize(value);
    }

    @Override
    public Object read(byte[] bytes) {
      return fory.deserialize(bytes);
    }
  }
}
