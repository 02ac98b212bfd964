package dev.mixpaneldata.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
  private static final StoreOptions IMPATIENT = new StoreOptions(Duration.ofMillis(300), 200, 2);
  private static final StoreOptions PATIENT = new StoreOptions(Duration.ofSeconds(20), 200, 2);

  @TempDir Path folder;

  @Test
  void readingWithoutFileSaysToFetchFirst() {
    DatabaseFile file = new DatabaseFile(folder.resolve("1.db"), IMPATIENT);
    assertThatThrownBy(() -> file.read(connection -> 1))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_NOT_FOUND);
              assertThat(e).hasMessageContaining("1.db");
              assertThat(e.hint().orElseThrow()).contains("Fetch");
            });
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writingMakesFileAndFoldersForThisUserAlone() throws Exception {
    Path path = folder.resolve("a/b/1.db");
    new DatabaseFile(path, IMPATIENT)
        .write(connection -> execute(connection, "CREATE TABLE t(a INT)"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(path.getParent()).isDirectoryContaining(p -> p.equals(path));
  }

  @Test
  void whatWasWrittenIsRead() {
    DatabaseFile file = fileWithTable();
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(6);
  }

  @Test
  void readingCannotWrite() {
    DatabaseFile file = fileWithTable();
    assertThat(failure(() -> file.read(connection -> execute(connection, "DELETE FROM t"))))
        .hasMessageContaining("read-only");
  }

  @Test
  void filesMayHaveTheNamesOfTheEnginesOwnDatabases() throws Exception {
    DatabaseFile file = fileWithTable();
    for (String name : List.of("memory.db", "Temp.db", "system.db", "it's \"1\".db")) {
      Path copy = folder.resolve(name);
      Files.copy(file.path(), copy);
      DatabaseFile named = new DatabaseFile(copy, IMPATIENT);
      assertThat(named.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
          .as(name)
          .isEqualTo(6);
    }
  }

  @Test
  void fileThatOtherCodeOfThisProcessHasOpenIsHeldByIt() throws Exception {
    DatabaseFile file = fileWithTable();
    file.release();
    try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + file.path())) {
      assertThat(failure(() -> file.read(connection -> number(connection, "SELECT 1"))))
          .hasMessageContaining("held by this process");
    }
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(6);
  }

  @Test
  void timesAreUtcWhateverTheMachine() {
    DatabaseFile file = fileWithTable();
    assertThat(
            file.<String>read(connection -> text(connection, "SELECT current_setting('TimeZone')")))
        .isEqualTo("UTC");
  }

  @Test
  void readsShareTheFile() throws Exception {
    DatabaseFile file = fileWithTable();
    CyclicBarrier bothInside = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Long> first = threads.submit(() -> readTogether(file, bothInside));
      Future<Long> second = threads.submit(() -> readTogether(file, bothInside));
      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(6);
      assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(6);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void storesWithOtherOptionsTakeTurns() throws Exception {
    DatabaseFile file = fileWithTable();
    DatabaseFile same =
        new DatabaseFile(file.path(), new StoreOptions(Duration.ofSeconds(20), 100, 1));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var results = new java.util.ArrayList<Future<Long>>();
      for (int i = 0; i < 20; i++) {
        DatabaseFile one = i % 2 == 0 ? file : same;
        results.add(
            threads.submit(
                () -> one.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t"))));
      }
      for (Future<Long> result : results) {
        assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo(6);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void readersAndWriterOfOneProcessTakeTurns() throws Exception {
    DatabaseFile file = fileWithTable();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                for (int i = 0; i < 10; i++) {
                  file.write(connection -> execute(connection, "INSERT INTO t VALUES (-6), (6)"));
                }
              });
      Runnable reading =
          () -> {
            for (int i = 0; i < 20; i++) {
              assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
                  .isEqualTo(6);
            }
          };
      Future<?> first = threads.submit(reading);
      Future<?> second = threads.submit(reading);
      writer.get(60, TimeUnit.SECONDS);
      first.get(60, TimeUnit.SECONDS);
      second.get(60, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    assertThat(file.<Long>read(connection -> number(connection, "SELECT count(*) FROM t")))
        .isEqualTo(23);
  }

  @Test
  void writerDoesNotWaitLongerThanTold() throws Exception {
    DatabaseFile file = fileWithTable();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> reader =
          threads.submit(
              () ->
                  file.read(
                      connection -> {
                        inside.countDown();
                        return await(done);
                      }));
      inside.await();
      DatabaseFile impatient = new DatabaseFile(file.path(), IMPATIENT);
      MixpanelDataException failure =
          failure(() -> impatient.write(connection -> execute(connection, "DELETE FROM t")));
      assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_LOCKED);
      assertThat(failure).hasMessageContaining("another operation of this process");
      done.countDown();
      reader.get(20, TimeUnit.SECONDS);
      impatient.write(connection -> execute(connection, "DELETE FROM t"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void interruptionEndsTheWaiting() throws Exception {
    DatabaseFile file = fileWithTable();
    MixpanelDataException failure =
        file.write(
            connection -> {
              Thread.currentThread().interrupt();
              return failure(() -> file.read(other -> 1));
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED);
  }

  @Test
  void fileHeldByAnotherProcessNamesIt() throws Exception {
    DatabaseFile file = fileWithTable();
    Process holder = HoldingProcess.start(file.path());
    try {
      MixpanelDataException failure =
          failure(() -> new DatabaseFile(file.path(), IMPATIENT).read(connection -> 1));
      assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_LOCKED);
      assertThat(failure)
          .hasMessageContaining(file.path().toString())
          .hasMessageContaining("process " + holder.pid() + " (java)");
      assertThat(failure.getMessage()).doesNotContain(HoldingProcess.class.getSimpleName());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(6);
  }

  @Test
  void fileReleasedInTimeIsRead() throws Exception {
    DatabaseFile file = fileWithTable();
    Process holder = HoldingProcess.start(file.path());
    Thread killer =
        new Thread(
            () -> {
              pause(500);
              holder.destroyForcibly();
            });
    killer.start();
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(6);
    killer.join();
  }

  @Test
  void afterAReadTheFileStaysOpenForAMomentOrUntilItIsReleased() throws Exception {
    DatabaseFile file = fileWithTable();
    file.read(connection -> 1);
    file.release();
    openWithOtherSettings(file.path());

    // A machine that is busy for that long a moment may come too late, but not each time.
    assertThat(
            happens(
                () -> {
                  file.read(connection -> 1);
                  return !opensWithOtherSettings(file.path());
                }))
        .as("it stays open")
        .isTrue();
    assertThat(happens(() -> opensWithOtherSettings(file.path()))).as("it is closed").isTrue();
    file.read(connection -> 1);
    assertThat(happens(() -> opensWithOtherSettings(file.path()))).as("each time").isTrue();
  }

  /** Tries many times, with a pause between. */
  private static boolean happens(BooleanSupplier condition) {
    for (int i = 0; i < 500; i++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      pause(20);
    }
    return false;
  }

  private static boolean opensWithOtherSettings(Path path) {
    try {
      openWithOtherSettings(path);
      return true;
    } catch (SQLException stillOpen) {
      return false;
    }
  }

  private static void openWithOtherSettings(Path path) throws SQLException {
    DriverManager.getConnection("jdbc:duckdb:" + path).close();
  }

  @Test
  void aFileThatStaysOpenIsWrittenAndReplacedAllTheSame() throws Exception {
    DatabaseFile file = fileWithTable();
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(6);
    file.write(connection -> connection.createStatement().execute("INSERT INTO t VALUES (4)"));
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(10);

    DatabaseFile other = new DatabaseFile(folder.resolve("other.db"), IMPATIENT);
    other.write(connection -> connection.createStatement().execute("CREATE TABLE t AS SELECT 7 a"));
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(10);
    Files.move(other.path(), file.path(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(file.<Long>read(connection -> number(connection, "SELECT sum(a) FROM t")))
        .isEqualTo(7);
  }

  @Test
  void emptyAndForeignFilesAreNamedAndKept() throws Exception {
    for (String content : new String[] {"", "not a database\n".repeat(2000)}) {
      Path path = Files.writeString(folder.resolve("foreign.db"), content);
      DatabaseFile file = new DatabaseFile(path, IMPATIENT);
      for (MixpanelDataException failure :
          new MixpanelDataException[] {
            failure(() -> file.read(connection -> 1)), failure(() -> file.write(connection -> 1))
          }) {
        assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
        assertThat(failure).hasMessageContaining(path + " is not a DuckDB database");
      }
      assertThat(Files.readString(path)).isEqualTo(content);
    }
  }

  @Test
  void damagedFileIsSaidToBeDamaged() throws Exception {
    DatabaseFile file = fileWithTable();
    byte[] bytes = Files.readAllBytes(file.path());
    bytes[4200] ^= 1;
    bytes[8300] ^= 1;
    Files.write(file.path(), bytes);
    MixpanelDataException failure = failure(() -> file.read(connection -> 1));
    assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
    assertThat(failure).hasMessageContaining(file.path() + " is damaged");
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws Exception {
    Path blocker = Files.writeString(folder.resolve("blocker"), "");
    MixpanelDataException failure =
        failure(() -> new DatabaseFile(blocker.resolve("1.db"), IMPATIENT).write(connection -> 1));
    assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
    assertThat(failure).hasMessageContaining("blocker");
  }

  @Test
  void spillsOfDeadProcessesAreRemovedAndThoseOfLivingOnesKept() throws Exception {
    DatabaseFile file = fileWithTable();
    Path spills = folder.resolve("1.db.spill");
    Path dead = spills.resolve("999999999");
    Path living =
        spills.resolve(Long.toString(ProcessHandle.current().parent().orElseThrow().pid()));
    for (Path spill : new Path[] {dead, living}) {
      Files.writeString(Files.createDirectory(spill).resolve("duckdb_temp_storage"), "x");
    }
    file.write(connection -> 1);
    assertThat(dead).doesNotExist();
    assertThat(living).exists();
  }

  @Test
  void aPathThatTheDriverWouldCutIsRefused() throws Exception {
    assertThatThrownBy(() -> new DatabaseFile(folder.resolve("a;b/1.db"), PATIENT))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLinkToNowhereIsNotFollowed() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("1.db"), folder.resolve("elsewhere.db"));
    assertThatThrownBy(() -> new DatabaseFile(link, PATIENT).write(connection -> 1))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("symbolic link");
    assertThat(folder.resolve("elsewhere.db")).doesNotExist();
  }

  @Test
  void spillingLeavesNothingBehind() {
    DatabaseFile file =
        new DatabaseFile(folder.resolve("1.db"), new StoreOptions(Duration.ZERO, 120, 1));
    file.write(
        connection ->
            execute(
                connection,
                "CREATE TABLE big AS SELECT hash(i)::VARCHAR || repeat('x', 100) AS s"
                    + " FROM range(1000000) r(i) ORDER BY s"));
    assertThat(folder.resolve("1.db.spill")).isEmptyDirectory();
  }

  private DatabaseFile fileWithTable() {
    DatabaseFile file = new DatabaseFile(folder.resolve("1.db"), PATIENT);
    file.write(
        connection -> execute(connection, "CREATE TABLE t AS SELECT * FROM range(1, 4) r(a)"));
    return file;
  }

  private static long readTogether(DatabaseFile file, CyclicBarrier bothInside) {
    return file.<Long>read(
        connection -> {
          try {
            bothInside.await(20, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return number(connection, "SELECT sum(a) FROM t");
        });
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MixpanelDataException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    MixpanelDataException failure = catchThrowableOfType(MixpanelDataException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
