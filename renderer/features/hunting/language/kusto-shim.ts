// The Kusto library was translated from C# and looks for `global`, which a worker has under another name only. Imported before it.
Object.assign(globalThis, { global: globalThis });
