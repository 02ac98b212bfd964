function main() {
  return Events({from_date: params.from, to_date: params.to})
    .filter(e => ["Sign Up", "Add to Cart", "Purchase"].includes(e.name))
    .groupBy(["name"], mixpanel.reducer.count());
}
