package speedup.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which of the forms of {@link ValueWriter} objects of a class cross; found once a class. */
enum ValueKind {
  INT,
  LONG,
  DOUBLE,
  TEXT,
  BOOLEAN,
  BYTE,
  SHORT,
  CHAR,
  FLOAT,
  PRIMITIVES,
  OBJECTS,
  TYPED_ARRAY,
  LIST,
  SET,
  MAP,
  HASH_SET,
  HASH_MAP,
  TREE_SET,
  TREE_MAP,
  ENUM,
  RECORD,
  LAMBDA,
  REPLACED,
  JDK;

  private static final Map<Class<?>, ValueKind> EXACT =
      Map.ofEntries(
          Map.entry(Integer.class, INT),
          Map.entry(Long.class, LONG),
          Map.entry(Double.class, DOUBLE),
          Map.entry(String.class, TEXT),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(Byte.class, BYTE),
          Map.entry(Short.class, SHORT),
          Map.entry(Character.class, CHAR),
          Map.entry(Float.class, FLOAT),
          Map.entry(Object[].class, OBJECTS),
          Map.entry(ArrayList.class, LIST),
          Map.entry(HashMap.class, HASH_MAP),
          Map.entry(LinkedHashMap.class, MAP),
          Map.entry(TreeMap.class, TREE_MAP),
          Map.entry(HashSet.class, HASH_SET),
          Map.entry(LinkedHashSet.class, SET),
          Map.entry(TreeSet.class, TREE_SET));

  private static final ClassValue<ValueKind> KINDS =
      new ClassValue<>() {
        @Override
        protected ValueKind computeValue(Class<?> type) {
          var exact = EXACT.get(type);
          return exact == null ? find(type) : exact;
        }
      };

  static ValueKind of(Class<?> type) {
    return KINDS.get(type);
  }

  private static ValueKind find(Class<?> type) {
    if (type.isArray()) {
      return type.componentType().isPrimitive() ? PRIMITIVES : TYPED_ARRAY;
    }
    if (Enum.class.isAssignableFrom(type)) {
      return ENUM;
    }
    if (type.isRecord()) {
      return RECORD;
    }
    if (Lambdas.isLambda(type)) {
      return LAMBDA;
    }
    if (Replaced.class.isAssignableFrom(type)) {
      return REPLACED;
    }
    if (!type.getName().startsWith("java.util.")) {
      return JDK;
    }
    var immutable = type.getName().startsWith("java.util.ImmutableCollections$");
    if (List.class.isAssignableFrom(type)
        && (immutable || RandomAccess.class.isAssignableFrom(type))) {
      return LIST;
    }
    if (immutable && Set.class.isAssignableFrom(type)) {
      return SET;
    }
    return immutable && Map.class.isAssignableFrom(type) ? MAP : JDK;
  }
}
