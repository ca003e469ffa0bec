/** Languages with syntax highlighting. */
export const languages =
  'bash c cpp csharp css diff go graphql ini java javascript json kotlin less lua makefile markdown objectivec perl php plaintext python r ruby rust scss shell sql swift typescript vbnet wasm xml yaml'.split(
    ' ',
  );
