package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.sql.DuckDbSql;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.SynchronousQueue;

/**
 * The program of the process that runs SQL. It takes one {@link SqlTask} after another from
 * standard input and answers as {@link RowSender} does, until its input ends.
 */
final class SqlWorker {
  private static final int BUFFER = 1 << 16;

  private SqlWorker() {}

  /** Works until the process that started this one closes the input or ends. */
  public static void main(String[] arguments) throws InterruptedException {
    SynchronousQueue<SqlTask> tasks = new SynchronousQueue<>();
    DaemonThreads.named("tasks").newThread(() -> take(tasks)).start();
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
    System.setOut(System.err);
    hello(out);
    while (true) {
      try {
        answer(tasks.take(), out);
      } catch (IOException e) {
        // Nobody reads any more.
        end();
      }
    }
  }

  /** Says that the process has begun, and loads the driver while there is nothing else to do. */
  private static void hello(DataOutputStream out) {
    try {
      out.writeByte('H');
      out.flush();
      DriverManager.getConnection("jdbc:duckdb:").close();
    } catch (IOException | SQLException e) {
      // The first task reports the failure.
    }
  }

  /**
   * Takes tasks on a thread of its own, so that the end of the input also ends a statement that
   * hangs.
   */
  private static void take(SynchronousQueue<SqlTask> tasks) {
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
      while (true) {
        tasks.put(SqlTask.read(in));
      }
    } catch (EOFException e) {
      end();
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      end();
    }
  }

  private static void answer(SqlTask task, DataOutputStream out) throws IOException {
    DatabaseFile file = new DatabaseFile(task.file(), task.options());
    RowSender sender = new RowSender(out, task.limits());
    try {
      new DuckDbSql(file).stream(task.query(), sender);
      // The file is free before the answer is complete.
      file.release();
      sender.done();
    } catch (MixpanelDataException e) {
      file.release();
      sender.failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      file.release();
      sender.failed(
          new MixpanelDataException(ErrorCode.STORAGE_FAILED, "The engine failed: " + e, null, e));
    }
  }

  private static void end() {
    try {
      // The driver keeps its unpacked library there.
      PrivateFiles.removeTree(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      // The process that started this one removes it, too.
    }
    Runtime.getRuntime().halt(0);
  }
}
