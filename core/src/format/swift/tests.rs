//! Documents written here, each as small as what it shows.
