import '../../locales/words';
