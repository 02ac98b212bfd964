package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.operation.WireNamed;
import java.util.List;

/** Where a pipeline exports to, and whether with a schema. */
public enum PipelineType implements WireNamed {
  /** Raw events in Google Cloud Storage. */
  GCS_RAW("gcs-raw", false, "gcs_bucket", "gcs_region"),
  /** Raw events in Amazon S3. */
  S3_RAW("s3-raw", false, "s3_bucket", "s3_region", "s3_role"),
  /** Raw events in Azure Blob Storage. */
  AZURE_RAW(
      "azure-raw",
      false,
      "storage_account",
      "container_name",
      "client_id",
      "client_secret",
      "tenant_id"),
  /** Tables in BigQuery. */
  BIGQUERY("bigquery", true, "bq_region", "gcp_project", "bq_dataset_name"),
  /** Tables in Snowflake. */
  SNOWFLAKE(
      "snowflake",
      true,
      "snowflake_account_name",
      "snowflake_warehouse",
      "snowflake_storage_integration",
      "snowflake_user",
      "snowflake_password",
      "snowflake_role",
      "snowflake_database",
      "snowflake_schema"),
  /** Amazon S3, with a schema for Glue. */
  AWS("aws", true, "s3_bucket", "s3_region", "s3_role"),
  /** Azure Blob Storage, with a schema. */
  AZURE_BLOB(
      "azure-blob",
      true,
      "storage_account",
      "container_name",
      "client_id",
      "client_secret",
      "tenant_id"),
  /** Google Cloud Storage, with a schema. */
  GCS_SCHEMA("gcs-schema", true, "gcs_bucket", "gcs_region");

  private final String wireName;
  private final boolean schema;
  private final List<String> required;

  PipelineType(String wireName, boolean schema, String... required) {
    this.wireName = wireName;
    this.schema = schema;
    this.required = List.of(required);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** Returns whether what is exported has a schema; without one there are only raw events. */
  public boolean hasSchema() {
    return schema;
  }

  /** Returns the fields of the target that Mixpanel requires. */
  public List<String> required() {
    return required;
  }
}
