package dev.mixpaneldata.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are DuckDB's own, as 2.0.0.1 gave them. */
class StorageErrorsTest {
  private static final Path FILE = Path.of("/data/12345.db");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISK_FULL | IO Error: Could not write file \"/d/1.db\": No space left on device | is full",
        "DISK_FULL | Out of Memory Error: failed to offload data block of size 256.0 KiB (1.0 MiB/1.0"
            + " MiB used). This limit was set by the 'max_temp_directory_size' setting. | is full",
        "STORAGE_FAILED | IO Error: Trying to read a database file with version number 999, but we can"
            + " only read versions between 64 and 67. | newer DuckDB",
        "STORAGE_FAILED | IO Error: The file \"/d/1.db\" exists, but it is not a valid DuckDB database"
            + " file! | is not a DuckDB database",
        "STORAGE_FAILED | Data Corruption Error: Corrupt database file: computed checksum 1 does not"
            + " match stored checksum 2 in block at location 4096 | is damaged",
        "STORAGE_FAILED | IO Error: Could not read enough bytes from file \"/d/1.db\": attempted to read"
            + " 262144 bytes from location 5255168 | is damaged",
        "STORAGE_FAILED | IO Error: Cannot open file \"/d/1.db\": Permission denied | may not be used",
        "STORAGE_FAILED | Out of Memory Error: could not allocate block of size 256.0 KiB (304.9"
            + " MiB/305.1 MiB used) | 480 MB",
        "INTERRUPTED | INTERRUPT Error: Interrupted! | stopped",
        "STORAGE_FAILED | Some Error: of a new kind | could not be used: Some Error: of a new kind",
      })
  void enginesTextsBecomeErrorsOfOurs(ErrorCode code, String text, String said) {
    MixpanelDataException failure =
        StorageErrors.of(new SQLException(text), FILE, StoreOptions.defaults());
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining(said);
  }

  @Test
  void fullDiskSaysWhatIsSafe() {
    MixpanelDataException failure =
        StorageErrors.of(new IOException("No space left on device"), FILE, StoreOptions.defaults());
    assertThat(failure.code()).isEqualTo(ErrorCode.DISK_FULL);
    assertThat(failure).hasMessageContaining("/data/12345.db");
    assertThat(failure.hint().orElseThrow()).contains("is safe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUERY_FAILED | Binder Error: Referenced column \"x\" not found in FROM clause!",
        "QUERY_FAILED | Conversion Error: Could not convert string 'x' to INT32",
        "QUERY_FAILED | Out of Memory Error: could not allocate block of size 256.0 KiB",
        "QUERY_FAILED | Invalid Configuration Error: something",
        "DISK_FULL | Out of Memory Error: … set by the 'max_temp_directory_size' setting",
        "DISK_FULL | IO Error: Could not write file: No space left on device",
        "STORAGE_FAILED | FATAL Error: the database has been invalidated",
        "STORAGE_FAILED | IO Error: Could not read from file",
      })
  void queriesAreBlamedForTheirOwnFaultsOnly(ErrorCode code, String text) {
    assertThat(
            StorageErrors.ofQuery(new SQLException(text), FILE, StoreOptions.defaults(), List.of())
                .code())
        .isEqualTo(code);
  }

  @Test
  void unknownTableComesWithThoseThereAre() {
    SQLException failure = new SQLException("Catalog Error: Table with name feb does not exist!");
    assertThat(
            StorageErrors.ofQuery(failure, FILE, StoreOptions.defaults(), List.of("a", "b")).hint())
        .contains("The tables are: a, b.");
    assertThat(
            StorageErrors.ofQuery(failure, FILE, StoreOptions.defaults(), List.of())
                .hint()
                .orElseThrow())
        .contains("fetch");
  }
}
