package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.StoreOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A statement for the process of SQL, with the file and the limits. */
record SqlTask(Path file, StoreOptions options, SqlLimits limits, SqlQuery query) {
  void write(DataOutputStream out) throws IOException {
    text(out, file.toString());
    out.writeLong(options.lockWait().toMillis());
    out.writeInt(options.threads());
    out.writeInt(limits.memoryMegabytes());
    out.writeInt(limits.spillMegabytes());
    out.writeInt(limits.rowMegabytes());
    out.writeLong(query.timeout().toMillis());
    text(out, query.text());
    out.flush();
  }

  static SqlTask read(DataInputStream in) throws IOException {
    Path file = Path.of(text(in));
    Duration lockWait = Duration.ofMillis(in.readLong());
    int threads = in.readInt();
    SqlLimits limits = new SqlLimits(in.readInt(), in.readInt(), in.readInt());
    StoreOptions options =
        new StoreOptions(
            lockWait,
            limits.engineMegabytes(),
            threads,
            Optional.of(limits.spillMegabytes()),
            Optional.empty(),
            Indexing.NONE);
    Duration timeout = Duration.ofMillis(in.readLong());
    return new SqlTask(file, options, limits, new SqlQuery(text(in), timeout));
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
