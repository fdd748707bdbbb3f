// Stands in for the package of this name, which only React's server bundles can load.
export {};
